// The steps of this floor one by one on a bracketed sentence, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relate/clauses.hpp"
#include "relate/items.hpp"
#include "relate/noun_phrases.hpp"
#include "relate/phrases.hpp"
#include "relate/role_phrases.hpp"
#include "relate/subjects.hpp"
#include "relate/verbs.hpp"
#include "tokens/tokenizer.hpp"
#include "unit/support/bracket.hpp"

namespace dossier::relate::test {

using dossier::test::english_rules;
using dossier::test::small_lexicon;
using dossier::test::statements_in;

/// How far a sentence is taken.
enum class Step : std::uint8_t { items, roles, phrases, lists, verbs, subjects, clauses };

/// One sentence and what has become of it.
struct Sentence {
  Sentence(std::string_view notation, Step step) {
    const rules::Bracketed bracketed = rules::read_brackets(notation);
    REQUIRE(bracketed.problem.empty());
    text = bracketed.text;
    for (const rules::BracketMention& it : bracketed.mentions) {
      Mention mention;
      mention.span = it.span;
      mention.type = it.type == "PRONOUN" ? TypeId::person : schema.find_type(it.type).value();
      if (it.type == "PRONOUN") mention.kind = MentionKind::pronoun;
      if (it.type == "ROLE") mention.kind = MentionKind::nominal;
      mentions.push_back(mention);
    }
    tokens::tokenize(text, {}, {}, tokens);
    small_lexicon().match(tokens, matches);
    run(step);
  }

  void run(Step step) {
    const Reading reading{tokens, small_lexicon(), matches, english_rules(), mentions, schema};
    build_items(reading, tokens.sentences.at(0), {0, static_cast<std::uint32_t>(mentions.size())}, work);
    if (step == Step::items) return;
    find_role_phrases(reading, work);
    if (step == Step::roles) return;
    apply_phrase_rules(reading, rules::Stage::phrases, work);
    close_noun_phrases(reading, work);
    if (step == Step::phrases) return;
    join_lists(reading, work);
    if (step == Step::lists) return;
    find_verbs(reading, work);
    if (step == Step::verbs) return;
    find_subjects(reading, work);
    if (step == Step::subjects) return;
    write_clauses(work);
  }

  [[nodiscard]] std::string text_of(Span span) const { return text.substr(span.begin, span.size()); }

  /// "[Ann Lee] met [Bob Ray's]": items joined by spaces, mentions in brackets.
  [[nodiscard]] std::string items() const {
    std::string out;
    for (const rules::Item& it : work.items) append(out, it, it.mention != MentionId::none);
    return out;
  }
  [[nodiscard]] std::string nodes() const { return list(work.nodes); }
  [[nodiscard]] std::string clauses() const { return list(work.clauses); }

  /// "Ann Lee met; - left": each verb with its subject, and marks behind it.
  [[nodiscard]] std::string verbs() const {
    std::string out;
    for (const Verb& it : work.verbs) {
      if (!out.empty()) out += "; ";
      out += it.subject == nothing ? "-" : text_of(work.nodes[it.subject].item.span);
      out += ' ' + text_of(work.nodes[it.node].item.span);
      if (it.passive != nothing) out += " passive";
      for (const auto& [flag, name] :
           {std::pair(RelationFlags::negated, " negated"), std::pair(RelationFlags::reported, " reported"),
            std::pair(RelationFlags::planned, " planned"), std::pair(RelationFlags::questioned, " questioned")})
        if (has(it.flags, flag)) out += name;
    }
    return out;
  }

  Schema schema;
  std::string text;
  tokens::TokenizedText tokens;
  lexicon::Matches matches;
  std::vector<Mention> mentions;
  Workspace work;

 private:
  void append(std::string& out, const rules::Item& it, bool bracket) const {
    if (!out.empty()) out += ' ';
    if ((it.marks & rules::wall) != 0) {
      out += '#';
    } else {
      out += bracket ? '[' + text_of(it.span) + ']' : text_of(it.span);
    }
    if ((it.marks & rules::owner) != 0) out += '+';
    if ((it.marks & rules::several) != 0) out += '*';
  }
  [[nodiscard]] std::string list(const std::vector<Node>& nodes) const {
    std::string out;
    for (const Node& it : nodes) append(out, it.item, it.item.type != TypeId::none);
    return out;
  }
};

struct Case {
  std::string_view notation;
  std::string_view expected;
};

}  // namespace dossier::relate::test
