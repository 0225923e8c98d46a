// Every option of Config has an effect, and every problem of what is loaded is reported at once.
#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace dossier;

namespace {

namespace fs = std::filesystem;

/// A folder for the files of one test, removed at its end.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / "dossier_test_config") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

constexpr const char* header = "#! columns: form flags attributes\n#! source: test\n#! licence: CC0-1.0\n";

bool has_mention(const Document& doc, TypeId type, std::string_view words) {
  return std::any_of(doc.mentions().begin(), doc.mentions().end(),
                     [&](const Mention& mention) { return mention.type == type && doc.text(mention.span) == words; });
}

}  // namespace

TEST_CASE("dictionaries extend the built-in ones") {
  const Folder folder;
  const std::string file = folder.write("own.tsv", std::string("#! class: organization\n") + header + "Kystposten\n");
  const char* text = "They read Kystposten in Oslo.";
  CHECK_FALSE(has_mention(Engine::english().annotate(text), TypeId::organization, "Kystposten"));
  const Engine engine = Engine::build({.dictionaries = {file}});
  const Document doc = engine.annotate(text);
  CHECK(has_mention(doc, TypeId::organization, "Kystposten"));
  CHECK(has_mention(doc, TypeId::location, "Oslo"));
}

TEST_CASE("without English only one's own dictionaries count") {
  const Folder folder;
  folder.write("own.tsv", std::string("#! class: organization\n") + header + "Kystposten\n");
  const Engine engine = Engine::build({.english = false, .dictionaries = {folder.path()}});
  const Document doc = engine.annotate("They read Kystposten in Oslo.");
  CHECK(has_mention(doc, TypeId::organization, "Kystposten"));
  CHECK_FALSE(has_mention(doc, TypeId::location, "Oslo"));
}

TEST_CASE("the least score leaves out what is less sure") {
  const char* text = "Anna Keller met Quorn Zibber. Zibber left.";
  const Document sure = Engine::build({.min_score = 0.97F}).annotate(text);
  const Document all = Engine::build({.min_score = 0.1F}).annotate(text);
  CHECK(sure.mentions().size() < all.mentions().size());
  for (const Mention& mention : sure.mentions())
    if (mention.kind == MentionKind::name && mention.type == TypeId::person) CHECK(mention.score >= 0.96F);
}

TEST_CASE("nested mentions are given when asked for") {
  const char* text = "She studied at the University of Oslo in 1999.";
  const Document flat = Engine::english().annotate(text);
  CHECK(std::none_of(flat.mentions().begin(), flat.mentions().end(), [](const Mention& m) { return m.nested; }));
  const Document nested = Engine::build({.nested = true}).annotate(text);
  CHECK(std::any_of(nested.mentions().begin(), nested.mentions().end(), [&](const Mention& m) {
    return m.nested && m.type == TypeId::location && nested.text(m.span) == "Oslo";
  }));
}

TEST_CASE("long sentences are cut and counted") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "Anna Keller and ";
  const Document doc = Engine::build({.max_sentence_tokens = 50}).annotate(text);
  const auto cut = std::find_if(doc.issues().begin(), doc.issues().end(),
                                [](const Issue& i) { return i.code == "limit.sentence-tokens"; });
  REQUIRE(cut != doc.issues().end());
  CHECK(cut->count >= 10);
  const Document whole = Engine::build({.max_sentence_tokens = 5000}).annotate(text);
  CHECK(whole.sentences().size() < doc.sentences().size());
}

TEST_CASE("deep markup is read flat and counted") {
  std::string html;
  for (int i = 0; i < 300; ++i) html += "<div>";
  html += "Anna Keller left.";
  const Input input{.text = html, .format = TextFormat::html};
  const Document flat = Engine::build({.max_markup_depth = 100}).annotate(input);
  CHECK(has_mention(flat, TypeId::person, "Anna Keller"));
  CHECK(std::any_of(flat.issues().begin(), flat.issues().end(),
                    [](const Issue& i) { return i.code == "markup.too-deep"; }));
  const Document deep = Engine::build({.max_markup_depth = 1000}).annotate(input);
  CHECK(deep.issues().empty());
  CHECK(has_mention(deep, TypeId::person, "Anna Keller"));
}

TEST_CASE("many mentions in a sentence are capped and counted") {
  std::string text = "Anna Keller";
  for (int i = 0; i < 80; ++i) text += ", Hugo Klein";
  text += " met.";
  const Document doc = Engine::build({.max_sentence_mentions = 20}).annotate(text);
  CHECK_FALSE(doc.issues().empty());
}

TEST_CASE("few coreference candidates mean a shorter look back") {
  const char* text =
      "Anna Keller opened the session. Hugo Klein, Lars Vik, Omar Said and Paul Adeyemi listened. She thanked them.";
  const auto resolved = [&](std::uint32_t candidates) {
    const Document doc = Engine::build({.max_coreference_candidates = candidates}).annotate(text);
    return std::any_of(doc.mentions().begin(), doc.mentions().end(),
                       [](const Mention& m) { return m.kind == MentionKind::pronoun; });
  };
  CHECK(resolved(64));
  CHECK_FALSE(resolved(1));
}

TEST_CASE("every problem of every file is reported with its place") {
  const Folder folder;
  const std::string words =
      folder.write("bad.tsv", std::string("#! class: organisation\n") + header + "Kystposten\tno-such-flag\n");
  const std::string rules = folder.write("bad.rules", "rule x: (((\n");
  Diagnostics problems;
  std::vector<std::string> logged;
  const Config config{.dictionaries = {words, folder.path() + "/missing.tsv"},
                      .rules = {rules},
                      .log = [&](Severity, std::string_view message) { logged.emplace_back(message); }};
  CHECK_FALSE(Engine::build(config, problems).has_value());
  const auto reported = [&](const std::string& code, const std::string& file) {
    return std::any_of(problems.begin(), problems.end(),
                       [&](const Diagnostic& p) { return p.code.starts_with(code) && p.file == file; });
  };
  CHECK(reported("dict.", words));
  CHECK(reported("file.", folder.path() + "/missing.tsv"));
  CHECK(reported("rules.", rules));
  CHECK(logged.size() == problems.size());
  CHECK_THROWS_AS(Engine::build(config), LoadError);
}

TEST_CASE("a least score that is none is refused") {
  Diagnostics problems;
  CHECK_FALSE(Engine::build({.min_score = 1.5F}, problems).has_value());
  REQUIRE_FALSE(problems.empty());
  CHECK(problems.front().code == "config.min-score");
}
