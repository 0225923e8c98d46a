#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/formats.hpp>
#include <limits>
#include <nlohmann/json.hpp>

#include "unit/formats/nasty.hpp"
#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

using Json = nlohmann::json;

std::string line_of(const Document& doc, const JsonOptions& options = {}) {
  std::string out;
  append_json(out, doc, options);
  return out;
}

// "Warden Marta Lind 👩 of the Guild met Olof Berg in Visby on 3 May." with all that a document can hold.
Document harbour() {
  test::DocumentMaker make("harbour", "Warden Marta Lind 👩 of the Guild met Olof Berg in Visby on 3 May. She left.");
  const EntityId lind = make.entity("PERSON", "Marta Lind", {"Lind", "M. Lind"});
  const EntityId guild = make.entity("ORGANIZATION", "Guild");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  const EntityId visby = make.entity("LOCATION", "Visby");
  const MentionId role = make.mention("ROLE", "Warden");
  const MentionId m_lind = make.mention(lind, "Marta Lind");
  const MentionId m_guild = make.mention(guild, "Guild");
  const MentionId m_berg = make.mention(berg, "Olof Berg");
  make.at(make.mention(visby, "Visby")).nested = true;
  const MentionId date = make.date("3 May", TimeKind::date, "2024-05-03");
  const MentionId she = make.mention(lind, "She");
  make.at(she).kind = MentionKind::pronoun;
  make.at(she).score = 0.456F;
  make.at(she).rule = RuleId::none;

  Role& held = make.build().roles().emplace_back();
  held.label = make.build().store("Warden");
  held.object = guild;
  held.flags = RelationFlags::former;
  held.since = make.build().store("2020");
  make.build().entities()[0].roles = {0, 1};

  Relation& has_role = make.relation("has_role", lind, guild, "Warden");
  has_role.subject_mention = m_lind;
  has_role.object_mention = m_guild;
  has_role.label_mention = role;
  has_role.evidence = make.find("Warden Marta Lind 👩 of the Guild");
  Relation& met = make.relation("met", lind, berg, "");
  met.subject_mention = m_lind;
  met.object_mention = m_berg;
  met.place = visby;
  met.date = date;
  met.flags = RelationFlags::reported | RelationFlags::planned;
  met.evidence = make.find("met Olof Berg");

  make.build().date() = "2024-05-04";
  make.build().date_source() = DateSource::dateline;
  make.build().issues().push_back({"utf8.ill-formed", "1 ill-formed byte was replaced.", make.find("👩"), 1});
  make.build().issues().push_back({"limit.text", "The end was cut.", {}, 3});
  return make.document();
}

TEST_CASE("a document is one line with its members in a fixed order") {
  CHECK(
      line_of(harbour()) ==
      R"({"schema":"dossier.document/1","id":"harbour","offset_unit":"codepoint","date":"2024-05-04","date_source":"dateline",)"
      R"("mentions":[)"
      R"({"start":0,"end":6,"type":"ROLE","subtype":null,"kind":"name","value":null,"entity":null,"score":0.90,"rule":"test.rule"},)"
      R"({"start":7,"end":17,"type":"PERSON","subtype":null,"kind":"name","value":null,"entity":0,"score":0.90,"rule":"test.rule"},)"
      R"({"start":27,"end":32,"type":"ORGANIZATION","subtype":null,"kind":"name","value":null,"entity":1,"score":0.90,"rule":"test.rule"},)"
      R"({"start":37,"end":46,"type":"PERSON","subtype":null,"kind":"name","value":null,"entity":2,"score":0.90,"rule":"test.rule"},)"
      R"({"start":50,"end":55,"type":"LOCATION","subtype":null,"kind":"name","value":null,"entity":3,"score":0.90,"rule":"test.rule","nested":true},)"
      R"({"start":59,"end":64,"type":"DATE","subtype":"DATE","kind":"name","value":"2024-05-03","entity":null,"score":0.90,"rule":"test.rule"},)"
      R"({"start":66,"end":69,"type":"PERSON","subtype":null,"kind":"pronoun","value":null,"entity":0,"score":0.46,"rule":null}],)"
      R"("entities":[)"
      R"({"id":0,"type":"PERSON","name":"Marta Lind","aliases":["Lind","M. Lind"],"roles":[{"label":"Warden","object":1,"flags":["former"],"since":"2020","until":null}]},)"
      R"({"id":1,"type":"ORGANIZATION","name":"Guild","aliases":[],"roles":[]},)"
      R"({"id":2,"type":"PERSON","name":"Olof Berg","aliases":[],"roles":[]},)"
      R"({"id":3,"type":"LOCATION","name":"Visby","aliases":[],"roles":[]}],)"
      R"("relations":[)"
      R"({"type":"has_role","subject":0,"object":1,"subject_mention":1,"object_mention":2,"label_mention":0,"label":"Warden","place":null,"date":null,"flags":[],"start":0,"end":32,"rule":"test.rule"},)"
      R"({"type":"met","subject":0,"object":2,"subject_mention":1,"object_mention":3,"label_mention":null,"label":null,"place":3,"date":5,"flags":["reported","planned"],"start":33,"end":46,"rule":"test.rule"}],)"
      R"("errors":[)"
      R"({"code":"utf8.ill-formed","message":"1 ill-formed byte was replaced.","start":18,"end":19},)"
      R"x({"code":"limit.text","message":"The end was cut. (count 3)","start":null,"end":null}]})x"
      "\n");
}

TEST_CASE("a count is part of the message") {
  Document doc;
  DocumentBuilder(doc).issues().push_back({"text.ill-formed", "bytes were replaced", {}, 12});
  std::string out;
  append_json(out, doc);
  CHECK(out.find(R"x("message":"bytes were replaced (count 12)")x") != std::string::npos);
}

TEST_CASE("an empty document has empty lists") {
  test::DocumentMaker make("", "");
  CHECK(line_of(make.document()) ==
        R"({"schema":"dossier.document/1","id":"","offset_unit":"codepoint","date":null,"date_source":null,)"
        R"("mentions":[],"entities":[],"relations":[],"errors":[]})"
        "\n");
}

TEST_CASE("offsets are counted in the unit asked for") {
  struct Row {
    OffsetUnit unit;
    std::uint32_t start, end;
  };
  const std::string text = "e\u0301 👩‍👩 Ä: Visby.";  // bytes before the name: 3, 1, 11, 1, 2, 2
  for (const Row& row :
       {Row{OffsetUnit::utf8, 20, 25}, Row{OffsetUnit::codepoint, 10, 15}, Row{OffsetUnit::utf16, 12, 17}}) {
    test::DocumentMaker make("d", text);
    const EntityId visby = make.entity("LOCATION", "Visby");
    make.mention(visby, "Visby");
    make.relation("part_of", visby, visby).evidence = make.find("Visby");
    const Json doc = Json::parse(line_of(make.document(), {.offsets = row.unit}));
    CHECK(doc["offset_unit"] == to_string(row.unit));
    CHECK(doc["mentions"][0]["start"] == row.start);
    CHECK(doc["mentions"][0]["end"] == row.end);
    CHECK(doc["relations"][0]["start"] == row.start);
  }
}

TEST_CASE("offsets are of the source when the text was made from markup") {
  test::DocumentMaker make("d", "Ä & Visby");
  make.build().source() = "<p>Ä &amp; Vis<b>by</b></p>";
  make.build().map() = SourceMap({{0, 3, 3, 3}, {3, 1, 6, 5}, {4, 4, 11, 4}, {8, 2, 18, 2}});
  make.mention(make.entity("LOCATION", "Visby"), "Visby");
  const Document doc = make.document();
  CHECK(doc.source(doc.mentions()[0].span) == "Vis<b>by");
  const Json json = Json::parse(line_of(doc));
  CHECK(json["mentions"][0]["start"] == 11);
  CHECK(json["mentions"][0]["end"] == 19);
  CHECK(Json::parse(line_of(doc, {.offsets = OffsetUnit::utf8}))["mentions"][0]["start"] == 12);
}

TEST_CASE("a choice of types renumbers mentions and leaves no reference hanging") {
  const Json doc = Json::parse(line_of(harbour(), {.types = {"PERSON", "DATE"}}));
  REQUIRE(doc["mentions"].size() == 4);
  CHECK(doc["mentions"][2]["type"] == "DATE");
  REQUIRE(doc["entities"].size() == 2);
  CHECK(doc["entities"][1]["id"] == 2);
  CHECK(doc["entities"][0]["roles"][0]["object"].is_null());
  REQUIRE(doc["relations"].size() == 2);
  const Json& role = doc["relations"][0];
  CHECK(role["object"].is_null());
  CHECK(role["object_mention"].is_null());
  CHECK(role["label_mention"].is_null());
  CHECK(role["label"] == "Warden");
  CHECK(role["subject_mention"] == 0);
  const Json& met = doc["relations"][1];
  CHECK(met["object"] == 2);
  CHECK(met["object_mention"] == 1);
  CHECK(met["date"] == 2);
  CHECK(met["place"].is_null());
}

TEST_CASE("a relation goes with its subject, and with an object that it needs") {
  CHECK(Json::parse(line_of(harbour(), {.types = {"ORGANIZATION", "LOCATION"}}))["relations"].empty());
  test::DocumentMaker make("d", "x");
  make.relation("based_in", make.entity("PERSON", "Marta Lind"), make.entity("LOCATION", "Visby"));
  CHECK(Json::parse(line_of(make.document(), {.types = {"PERSON"}}))["relations"].empty());
}

TEST_CASE("types that nobody declared keep nothing") {
  const Json doc = Json::parse(line_of(harbour(), {.types = {"PLANET"}}));
  CHECK(doc["mentions"].empty());
  CHECK(doc["entities"].empty());
}

TEST_CASE("scores are two decimals between nought and one") {
  const auto written = [](float score) {
    test::DocumentMaker make("d", "x");
    make.at(make.mention("ROLE", "x")).score = score;
    const std::string line = line_of(make.document());
    return line.substr(line.find("\"score\":") + 8, 4);
  };
  CHECK(written(0.0F) == "0.00");
  CHECK(written(0.005F) == "0.01");
  CHECK(written(0.994F) == "0.99");
  CHECK(written(0.999F) == "1.00");
  CHECK(written(7.0F) == "1.00");
  CHECK(written(-1.0F) == "0.00");
  CHECK(written(std::numeric_limits<float>::quiet_NaN()) == "0.00");
}

TEST_CASE("every kind, time class and date source has its name") {
  const auto first = [](MentionKind kind, TimeKind time) {
    test::DocumentMaker make("d", "x");
    const MentionId id = make.date("x", time, "");
    make.at(id).kind = kind;
    const Json mention = Json::parse(line_of(make.document()))["mentions"][0];
    return mention["kind"].get<std::string>() + ' ' + mention["subtype"].get<std::string>();
  };
  CHECK(first(MentionKind::nominal, TimeKind::time) == "nominal TIME");
  CHECK(first(MentionKind::pronoun, TimeKind::duration) == "pronoun DURATION");
  CHECK(first(MentionKind::name, TimeKind::set) == "name SET");
  for (const auto& [source, name] :
       {std::pair(DateSource::caller, "caller"), std::pair(DateSource::metadata, "metadata")}) {
    test::DocumentMaker make("d", "x");
    make.build().date_source() = source;
    CHECK(Json::parse(line_of(make.document()))["date_source"] == name);
  }
}

TEST_CASE("passed-through members stand last") {
  const std::string line = line_of(harbour(), {.passthrough = "\"lang\":\"en\",\"n\":[1]"});
  const std::string end =
      "]"
      R"(,"lang":"en","n":[1]})"
      "\n";
  CHECK(line.substr(line.size() - end.size()) == end);
}

TEST_CASE("nasty strings come back from every place") {
  for (const std::string& nasty : test::nasty_strings()) {
    test::DocumentMaker make(nasty, "x");
    const EntityId person = make.entity("PERSON", nasty, {nasty});
    make.relation("has_role", person, EntityId::none, nasty);
    make.date("x", TimeKind::date, nasty);
    make.build().date() = nasty;
    make.build().issues().push_back({nasty, nasty, {}, 1});
    const std::string line = line_of(make.document());
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    const Json doc = Json::parse(line);
    CHECK(doc["id"] == nasty);
    CHECK(doc["date"] == nasty);
    CHECK(doc["entities"][0]["name"] == nasty);
    CHECK(doc["entities"][0]["aliases"][0] == nasty);
    CHECK(doc["relations"][0]["label"] == nasty);
    CHECK(doc["mentions"][0]["value"] == nasty);
    CHECK(doc["errors"][0]["message"] == nasty);
  }
}

TEST_CASE("an id that is not UTF-8 is repaired") {
  test::DocumentMaker make("caf\xE9", "x");
  CHECK(Json::parse(line_of(make.document()))["id"] == "caf\uFFFD");
}

TEST_CASE("an error record stands in the place of a document") {
  std::string out = "before\n";
  append_error_json(out, "a\"b", "json.invalid", "the line is not valid JSON");
  CHECK(out ==
        "before\n"
        R"({"schema":"dossier.document/1","id":"a\"b","offset_unit":null,"date":null,"date_source":null,)"
        R"("mentions":[],"entities":[],"relations":[],)"
        R"("errors":[{"code":"json.invalid","message":"the line is not valid JSON","start":null,"end":null}]})"
        "\n");
}

}  // namespace
}  // namespace dossier
