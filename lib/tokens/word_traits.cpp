// The lists behind word_traits.hpp, as an open-addressing table that the compiler builds from them.
#include "tokens/word_traits.hpp"

#include <array>
#include <cstddef>

#include "tokens/hash.hpp"

namespace dossier::tokens {
namespace {

/// Words separated by single blanks, and what they have in common.
struct WordList {
  unsigned traits;
  std::string_view words;
};

constexpr WordList lists[] = {
    // Titles and what else stands before a name.
    {abbreviation | title,
     "mr. mrs. ms. mx. messrs. mme. mmes. mlle. dr. drs. prof. profs. msgr. mgr. lt. capt. sgt. "
     "cpl. pvt. cmdr. cdr. comdr. supt. insp. gov. govs. vs. v."},
    {abbreviation | title | needs_capital,
     "gen. gens. col. cols. maj. adm. adml. brig. sen. sens. rep. reps. rev. revd. hon. pres. amb. det. dep. asst. fr. "
     "st. ste. sts. mt. ft. pt. pfc. spc. ens. sec. treas. atty. chmn. dir. min. const. ald. bro. sis. secy. cllr. "
     "ayat. rt. lieut. gp. wg. sqn."},
    // After a name, of firms and in addresses.
    {abbreviation,
     "jr. sr. esq. inc. ltd. llc. llp. plc. pty. pte. sdn. dept. depts. govt. intl. natl. mfg. blvd. hwy. pkwy."},
    {abbreviation | needs_capital,
     "co. cos. corp. corps. bros. assn. assoc. univ. inst. comm. div. dist. cmte. ctr. bldg. ave. rd. sq. ln. apt. "
     "ext. tel. ger. eng. dem. ind. twp. cty."},
    // Calendar.
    {abbreviation | needs_capital,
     "jan. feb. apr. aug. sept. sep. oct. nov. dec. jun. jul. tue. tues. thu. thur. thurs. fri."},
    {abbreviation | needs_capital | needs_number, "mar."},
    {abbreviation | needs_capital | needs_number | place, "mon. wed. sat. sun."},
    // States and provinces; the second row are words or names too.
    {abbreviation | needs_capital,
     "ariz. calif. colo. fla. kans. ky. md. mich. minn. neb. nebr. nev. okla. "
     "tenn. va. vt. wis. wisc. wyo. ont. que. sask."},
    {abbreviation | needs_capital | place,
     "ala. alta. ark. cal. conn. del. ga. ida. ill. ind. kan. la. mass. me. miss. mo. mont. ore. oreg. pa. penn. tex. "
     "wash. "
     "dak."},
    // Running text.
    {abbreviation, "approx. est. incl. excl. viz. cf. resp. lb. lbs. oz. hrs. yrs. appt. orig. ca. ibid. pct."},
    {abbreviation | closing, "etc."},
    {exclaimed, "yahoo yum jeopardy kerrang joomla wham"},
    {club, "fc fsv ffc sc tsv fk sv vfb vfl bc hc ffv cfr tc"},
    {abbreviation | needs_lower, "al."},
    {abbreviation | needs_number,
     "no. nos. vol. vols. pp. p. ch. chap. art. arts. fig. figs. eq. para. paras. sect. c. max. op."},
    // Degrees and the like that mix letters and periods.
    {abbreviation,
     "ph.d. ed.d. psy.d. m.sc. b.sc. m.phil. d.phil. d.sc. ll.b. ll.m. ll.d. b.tech. m.tech. b.eng. m.eng."},
    // Letters with periods that are no initials.
    {abbreviation | acronym,
     "u.s. u.k. u.n. e.u. d.c. u.a.e. u.s.s.r. u.s.a. n.y. n.j. n.c. s.c. n.h. n.m. n.d. s.d. r.i. w.va. l.a. b.c. "
     "p.r. "
     "f.b.i. c.i.a. n.s.a. i.r.s. e.p.a. f.d.a. c.d.c. d.e.a. a.t.f. d.h.s. d.o.j. s.e.c. f.c.c. f.t.c. f.a.a. "
     "n.l.r.b. "
     "n.f.l. n.b.a. n.h.l. n.c.a.a. f.i.f.a. g.o.p. d.n.c. r.n.c. i.m.f. w.h.o. w.t.o. n.y.c. n.y.p.d. l.a.p.d. m.i.t. "
     "u.c.l.a. n.a.a.c.p. a.c.l.u. p.l.o. i.r.a. a.n.c. c.e.o. c.f.o. c.o.o. p.m. a.m. n.a.t.o. o.p.e.c. k.g.b. "
     "b.b.c."},
    // Words that start sentences. Left out: those that also follow "U.S." in names, as in "U.S. Under Secretary".
    {starter,
     "the he she it in on but and a an they we i you this that these those his her their its our my your if when "
     "while after before as at for from by with to there here however meanwhile although though since because some "
     "many most both another last earlier also according asked what who which why how where not yes now then so yet "
     "or nor even during despite among such each all any every few several still once until unless whether today "
     "yesterday tomorrow nearly about between without within through against amid following instead moreover "
     "furthermore nevertheless nonetheless thus therefore hence perhaps maybe indeed finally later soon recently "
     "currently previously he's she's it's that's there's they're we're i'm"},
    {reporting,
     "said says say asked asks told tells added adds wrote writes replied announced declared insisted argued noted "
     "warned explained recalled continued concluded shouted cried joked wondered quipped"},
    {label,
     "plan vitamin hepatitis category class grade group appendix exhibit type section part schedule phase war title "
     "chapter volume series option point level tier model unit side team zone area gate pool strain factor "
     "annex clause party block terminal building room hall court division line"},
    {prefix, "mid post pre early late circa"},
    {connector,
     "of the a an and or but in on at to for from by with as that which who whose is are was were be been has have had "
     "will would could should may might can not its his her their our my your this these those than into over under "
     "about between among against after before during since until while if when because nor per via"},
    {month,
     "january february march april may june july august september october november december jan feb mar apr jun jul "
     "aug "
     "sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec."},
};

constexpr std::size_t slots = 2048;  // a power of two, well above twice the number of words
struct Table {
  std::array<std::uint64_t, slots> hashes{};
  std::array<std::uint16_t, slots> traits{};
  std::array<std::uint64_t, 64> filter{};  // a bit for some of the bits of each hash: most words end here
};

constexpr std::uint64_t filter_bit(std::uint64_t hash) noexcept { return std::uint64_t{1} << (hash % 64); }
constexpr std::size_t filter_place(std::uint64_t hash) noexcept { return hash / 64 % 64; }

constexpr void insert(Table& table, std::string_view word, unsigned traits) {
  const std::uint64_t hash = hashing::hash<hashing::Case::as_is>(word);
  std::size_t slot = hash % slots;
  while (table.hashes[slot] != 0 && table.hashes[slot] != hash) slot = (slot + 1) % slots;
  table.hashes[slot] = hash;
  table.filter[filter_place(hash)] |= filter_bit(hash);
  table.traits[slot] = static_cast<std::uint16_t>(table.traits[slot] | traits);
}

constexpr Table build() {
  Table table;
  for (const WordList& list : lists) {
    std::string_view rest = list.words;
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ') == std::string_view::npos ? rest.size() : rest.find(' ');
      insert(table, rest.substr(0, end), list.traits);
      rest.remove_prefix(end == rest.size() ? end : end + 1);
    }
  }
  return table;
}

constexpr Table table = build();

}  // namespace

std::uint16_t traits_of(std::uint64_t hash) noexcept {
  if ((table.filter[filter_place(hash)] & filter_bit(hash)) == 0) return 0;
  std::size_t slot = hash % slots;
  while (table.hashes[slot] != 0) {
    if (table.hashes[slot] == hash) return table.traits[slot];
    slot = (slot + 1) % slots;
  }
  return 0;
}

std::uint16_t traits_of(std::string_view ascii_word) noexcept {
  return traits_of(hashing::hash<hashing::Case::lower>(ascii_word));
}

}  // namespace dossier::tokens
