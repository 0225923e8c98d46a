// Nodes are copied with traces of subjects put in, so that a rule can say "subject met object" whatever stands between
// them in the text.
#include "relate/clauses.hpp"

#include "relate/claims.hpp"
#include "relate/nodes.hpp"
#include "relate/qualifiers.hpp"
#include "relate/statements.hpp"
#include "relate/verbs.hpp"

namespace dossier::relate {
namespace {

constexpr std::uint32_t most_adjectives = 3;

class Writer {
 public:
  explicit Writer(Workspace& work) : work_(work), nodes_(work.nodes) {}

  void run() {
    work_.clauses.clear();
    work_.clause_nodes.clear();
    work_.clause_flags.clear();
    std::size_t verb = 0;
    std::uint32_t subject = nothing;
    for (std::uint32_t i = 0; i < nodes_.size();) {
      if (verb < work_.verbs.size() && work_.verbs[verb].first <= i) {
        const Verb& it = work_.verbs[verb++];
        if (it.node < i) continue;
        write(it);
        subject = it.subject;
        flags_ = it.flags;
        i = it.node + 1;
        continue;
      }
      const std::uint32_t noun = event_noun(i);
      const std::uint32_t doer = noun == nothing ? nothing : subject == nothing ? subject_to_come(noun) : subject;
      if (doer != nothing) {
        if (work_.clause_nodes.empty() || work_.clause_nodes.back() != doer) put(doer, RelationFlags::none);
        put(noun, flags_);
        i = noun + 1;
        continue;
      }
      if (subject != nothing && is_role_clause(i) && work_.clause_nodes.back() != subject)
        put(subject, RelationFlags::none);
      if (!is_transparent(work_, i)) put(i, RelationFlags::none);
      ++i;
    }
  }

 private:
  void put(std::uint32_t node, RelationFlags flags) {
    work_.clauses.push_back(nodes_[node]);
    work_.clause_nodes.push_back(node);
    // A quoted verb or noun is somebody's claim; a name may be quoted for itself.
    const rules::Item& item = nodes_[node].item;
    if ((item.flags & tokens::in_quotes) != 0 && item.mention == MentionId::none) flags |= RelationFlags::reported;
    work_.clause_flags.push_back(flags);
  }

  void wall() {
    Node node;
    node.item.marks = rules::wall;
    work_.clauses.push_back(node);
    work_.clause_nodes.push_back(nothing);
    work_.clause_flags.push_back(RelationFlags::none);
  }

  void write(const Verb& verb) {
    if (verb.subject == nothing) {
      wall();
    } else if (work_.clause_nodes.empty() || work_.clause_nodes.back() != verb.subject) {
      put(verb.subject, RelationFlags::none);
      work_.clauses.back().item.marks &= static_cast<std::uint16_t>(~rules::owner);
    }
    if (verb.passive != nothing) put(verb.passive, RelationFlags::none);
    put(verb.node, verb.flags);
  }

  // Node of the event noun of "in a phone interview" that starts here.
  [[nodiscard]] std::uint32_t event_noun(std::uint32_t i) const {
    if (!has(nodes_[i], Wordlist::event_in)) return nothing;
    std::uint32_t next = behind(work_, i);
    if (next != nothing && has(nodes_[next], Wordlist::determiner)) next = behind(work_, next);
    for (std::uint32_t words = 0; next != nothing && words < most_adjectives && is_plain_word(nodes_[next].item);
         ++words)
      next = behind(work_, next);
    return next != nothing && has(nodes_[next], Wordlist::event_noun) ? next : nothing;
  }

  // "At a meeting with B, A said": the subject of the first verb, if a comma stands before it.
  [[nodiscard]] std::uint32_t subject_to_come(std::uint32_t noun) const {
    if (work_.verbs.empty() || work_.verbs.front().node < noun) return nothing;
    for (const Verb& verb : work_.verbs) {
      if (verb.subject == nothing || verb.subject < noun) continue;
      const std::uint32_t left = before(work_, verb.subject);
      return left != nothing && is_mark(nodes_[left].item, ',') ? verb.subject : nothing;
    }
    return nothing;
  }

  // "while secretary of state": a role without article that says what the subject was.
  [[nodiscard]] bool is_role_clause(std::uint32_t i) const {
    if (!has(nodes_[i], Wordlist::subordinator) || has(nodes_[i], Wordlist::preposition)) return false;
    if (i + 1 >= nodes_.size()) return false;
    const rules::Item& role = nodes_[i + 1].item;
    return role.type == TypeId::role && (role.marks & (rules::definite | rules::closed)) == 0;
  }

  Workspace& work_;
  std::vector<Node>& nodes_;
  RelationFlags flags_ = RelationFlags::none;  // of the verb before
};

bool asks(const Workspace& work) {
  return !work.nodes.empty() && is_mark(work.nodes.back().item, '?');
}

// "has served": the match has a verb in the present perfect.
bool is_perfect(const Reading& reading, const Workspace& work, const rules::Match& match) {
  const auto held = [&](const Verb& verb) {
    for (std::uint32_t i = verb.first; i < verb.node; ++i) {
      const Span span = work.nodes[i].item.span;
      if (has(work.nodes[i], Wordlist::have) && reading.text.text.substr(span.begin, span.size()) != "had") return true;
    }
    return false;
  };
  for (std::uint32_t i = match.first; i < match.last; ++i)
    for (const Verb& verb : work.verbs)
      if (verb.node == work.clause_nodes[i] && held(verb)) return true;
  return false;
}

}  // namespace

void write_clauses(Workspace& work) { Writer(work).run(); }

void apply_clause_rules(const Reading& reading, Workspace& work) {
  reading.rules.match(rules::Stage::clauses, {work.clauses, &Node::item, reading.text.text}, work.matches);
  const bool question = asks(work);
  for (const rules::Match& match : work.matches.matches) {
    Found found;
    found.rule = match.rule;
    found.captures = work.matches.captures_of(match);
    found.nodes = work.clauses;
    if (question) found.flags |= RelationFlags::questioned;
    std::uint32_t label = match.first;
    for (const rules::Capture& capture : found.captures) {
      if (capture.name == rules::CaptureName::label) label = capture.first;
      if (capture.name == rules::CaptureName::place) found.place = work.clauses[capture.first].item.mention;
      if (capture.name == rules::CaptureName::date) found.date = work.clauses[capture.first].item.mention;
    }
    for (std::uint32_t i = match.first; i < match.last; ++i) found.flags |= work.clause_flags[i];
    found.flags |= event_flags(reading, work, work.clause_nodes[label]);
    found.lasting = has(found.flags, RelationFlags::reported) ||
                    (reading.rules.rules()[match.rule].past && is_perfect(reading, work, match));
    add_qualifiers(reading, work, work.clause_nodes[label], found);
    add_statements(reading, found, work);
  }
}

}  // namespace dossier::relate
