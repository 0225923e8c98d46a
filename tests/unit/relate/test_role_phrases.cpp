// What belongs to a role phrase.
#include "relate/role_phrases.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

TEST_CASE("a role takes in its article, time, owners, adjectives, complements and further roles") {
  const Case cases[] = {
      {"the former [PERSON Ruiz] [ROLE adviser] left", "[the former Ruiz adviser] left"},
      {"told conservative radio [ROLE host] [PERSON Lee]", "told [conservative radio host] [Lee]"},
      {"reporters saw conservative [ROLE host] [PERSON Lee]", "reporters saw [conservative host] [Lee]"},
      {"crowds quiet [ROLE host] [PERSON Lee]", "crowds quiet [host] [Lee]"},
      {"[PERSON Ruiz]'s longtime [ROLE lawyer] left", "[Ruiz's longtime lawyer] left"},
      {"his [ROLE lawyer] left", "[his lawyer] left"},
      {"the company's departing [ROLE chief] left", "[the company's departing chief] left"},
      {"[ROLE founder] and [ROLE CEO] of [ORGANIZATION Acme] left", "[founder and CEO of Acme] left"},
      {"the [ROLE director], [ROLE producer] and [ROLE founder] of [ORGANIZATION Acme] left",
       "[the director, producer and founder of Acme] left"},
      {"[ROLE head] of the drone firm [ORGANIZATION Acme] said", "[head of the drone firm Acme] said"},
      {"[ROLE envoy] of [ORGANIZATION Acme] in [LOCATION Peru] left", "[envoy of Acme in Peru] left"},
      {"the [ROLE leader] of a small party said", "[the leader of a small party] said"},
      {"[ROLE chairman] of [PERSON Ruiz]'s campaign left", "[chairman of Ruiz's campaign] left"},
      {"[ROLE daughter] of former [ROLE President] [PERSON Ray] left", "[daughter of former President Ray] left"},
      {"[ROLE nominee] [PERSON Ray]'s [ROLE wife] left", "[nominee Ray's wife] left"},
      {"the [ROLE envoy] and [ROLE President] [PERSON Ray] left", "[the envoy] and [President] [Ray] left"},
      {"[ROLE ambassador] to [LOCATION Chad] and [LOCATION Mali] left", "[ambassador to Chad and Mali] left"},
      {"[ROLE ambassador] to [LOCATION Chad] and [LOCATION Mali] said", "[ambassador to Chad] and [Mali] said"},
      {"told [PERSON Lee] [ROLE President] [PERSON Ray] won", "told [Lee] [President] [Ray] won"},
      {"in [LOCATION Paris] [ROLE President] [PERSON Ray] won", "in [Paris] [President] [Ray] won"},
      {"named [PERSON Lee] [ROLE envoy]", "named [Lee] [envoy]"},
      {"a [PERSON Ruiz] supporter left", "[a Ruiz supporter] left"},
      {"they supporter left", "they supporter left"},
      {"that [ROLE President] [PERSON Ray] won", "that [President] [Ray] won"},
  };
  for (const Case& it : cases) {
    INFO(it.notation);
    CHECK(Sentence(it.notation, Step::roles).nodes() == it.expected);
  }
}

struct Units {
  std::string_view notation;
  std::string_view expected;  // "label (owner, owner @place)" joined by "; "
};

std::string units_of(const Sentence& sentence) {
  std::string out;
  for (const RoleUnit& unit : sentence.work.units) {
    if (!out.empty()) out += "; ";
    out += sentence.text_of(unit.label) + " (";
    for (std::uint32_t i = 0; i < unit.owner_count; ++i) {
      const Owner& owner = sentence.work.owners[unit.owners + i];
      if (i > 0) out += ", ";
      out += sentence.text_of(sentence.mentions[static_cast<std::size_t>(owner.mention)].span);
      if (owner.use == Owner::Use::home) out += " home";
      if (owner.use == Owner::Use::origin) out += " origin";
    }
    if (unit.place != MentionId::none)
      out += " @" + sentence.text_of(sentence.mentions[static_cast<std::size_t>(unit.place)].span);
    out += ')';
    if (has(unit.flags, RelationFlags::former)) out += " former";
    if (has(unit.flags, RelationFlags::planned)) out += " planned";
  }
  return out;
}

TEST_CASE("each role knows whose it is, where, and when") {
  const Units cases[] = {
      {"the former [GROUP Dutch] [ROLE minister] left", "minister (Dutch) former"},
      {"[LOCATION U.S.] [GROUP Democratic] [ROLE candidate] left", "candidate (U.S., Democratic)"},
      {"[ORGANIZATION Acme]'s [LOCATION Oslo] [ROLE manager] left", "manager (Acme @Oslo)"},
      {"the [GROUP Dutch] [ROLE ambassador] to [LOCATION Chad] left", "ambassador (Dutch @Chad)"},
      {"[ROLE ambassador] to [LOCATION Chad] left", "ambassador (Chad)"},
      {"a [ROLE lawyer] from [LOCATION Ohio] left", "lawyer (Ohio home)"},
      {"an [LOCATION Oslo]-based [ROLE lawyer] left", "lawyer (Oslo home)"},
      {"an [LOCATION Oslo]-born [ROLE lawyer] left", "lawyer (Oslo origin)"},
      {"an [ROLE adviser] on [LOCATION Syria] left", "adviser ()"},
      {"[ROLE founder] and [ROLE CEO] of [ORGANIZATION Acme] left", "founder (Acme); CEO (Acme)"},
      {"[ORGANIZATION Acme] [ROLE founder] and [ROLE CEO] [PERSON Lee]", "founder (Acme); CEO (Acme)"},
      {"a former [ROLE mayor] of [LOCATION Nice] and now [ROLE head] of [ORGANIZATION Acme] left",
       "mayor (Nice) former; head (Acme)"},
      {"[ROLE head] of the [ORGANIZATION Board]'s [ORGANIZATION Risk Office] left", "head (Risk Office)"},
      {"[ROLE head] of the [ORGANIZATION Tide Office] at the [ORGANIZATION Board] left", "head (Tide Office)"},
      {"[ORGANIZATION Acme] said the company's [ROLE chief] left", "chief (Acme)"},
      {"prospective [GROUP Republican] [ROLE candidate] left", "candidate (Republican) planned"},
      {"a [ROLE spokesman] for the [GROUP Dutch] army left", "spokesman ()"},
      {"a member of [PERSON Lee]'s choir and the [ROLE head] of [ORGANIZATION Acme] left", "member (); head (Acme)"},
  };
  for (const Units& it : cases) {
    INFO(it.notation);
    CHECK(units_of(Sentence(it.notation, Step::roles)) == it.expected);
  }
}

TEST_CASE("very many roles and owners in a row are read without harm") {
  std::string notation;
  for (int i = 0; i < 200; ++i) notation += "[ORGANIZATION Acme]'s [ROLE head] and ";
  const Sentence sentence(notation + "left", Step::roles);
  CHECK(sentence.work.units.size() == 200);
}

}  // namespace
}  // namespace dossier::relate::test
