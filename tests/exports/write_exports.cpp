// Writes graphs full of traps, and a document, in every format: write_exports FOLDER. test_exports.py reads them.
#include <dossier/formats.hpp>
#include <fstream>
#include <iostream>
#include <string>

#include "unit/formats/nasty.hpp"
#include "unit/support/make_document.hpp"

namespace dossier::test {
namespace {

// For each nasty string two nodes with stated edges, parallel ones among them, a loop, and a co-occurrence.
EntityGraph nasty_graph() {
  EntityGraph graph;
  int number = 0;
  for (const std::string& nasty : nasty_strings()) {
    const std::string person_name = "Marta " + std::to_string(++number) + ' ' + nasty;
    const std::string guild_name = std::to_string(number) + ' ' + nasty;
    DocumentMaker make("doc " + std::to_string(number) + ' ' + nasty, "Marta and the guild. " + nasty);
    const EntityId person = make.entity("PERSON", person_name, {nasty});
    const EntityId guild = make.entity("ORGANIZATION", guild_name);
    const EntityId place = make.entity("LOCATION", "Visby " + std::to_string(number));
    make.mention(person, "Marta");
    make.mention(guild, "guild");
    const Span sentence = make.find("Marta and the guild.");
    const auto state = [&](std::string_view type, EntityId subject, EntityId object, std::string_view label) -> auto& {
      Relation& relation = make.relation(type, subject, object, label);
      relation.evidence = sentence;
      return relation;
    };
    state("has_role", person, guild, nasty);
    state("has_role", person, guild, "clerk").flags = RelationFlags::former | RelationFlags::reported;
    state("has_role", person, place, "warden");
    state("has_role", person, EntityId::none, nasty);
    state("member_of", person, guild, "of").place = place;
    state("supports", guild, person, nasty).flags = RelationFlags::planned;
    state("opposes", person, guild, nasty).flags = RelationFlags::negated;
    state("met", guild, person, nasty).date = make.date("the", TimeKind::date, "2024-05-03");
    state("supports", person, person, nasty);
    graph.add(make.document());
  }
  return graph;
}

// Three who met at different times, and one of whom it is not known when.
EntityGraph dated_graph() {
  EntityGraph graph;
  const auto add = [&graph](std::string_view id, std::string_view date, std::string_view one, std::string_view other,
                            std::string_view stated) {
    DocumentMaker make(id, "They met then.");
    make.build().date() = date;
    Relation& met = make.relation("met", make.entity("PERSON", one), make.entity("PERSON", other), "met");
    if (!stated.empty()) met.date = make.date("then", TimeKind::date, stated);
    graph.add(make.document());
  };
  add("1", "2024-05-03", "Ada Ward", "Olof Berg", "2019");
  add("2", "2024-02", "Olof Berg", "Marta Lind", "");
  add("3", "", "Marta Lind", "Jon Vik", "");
  return graph;
}

// Offsets count characters: emoji, right to left, combining marks, names over line ends.
Document nasty_document() {
  DocumentMaker make(
      "harbour/1.txt",
      "👩‍👩‍👧 e\u0301 Marta Lind, שלום, met Olof\r\nBerg\nin \U0001D517isby on 3 May.\n\nLind spoke.");
  const EntityId lind = make.entity("PERSON", "Marta Lind", {"Lind"});
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  const EntityId visby = make.entity("LOCATION", "\U0001D517isby");
  const MentionId first = make.mention(lind, "Marta Lind");
  make.mention(lind, "Lind", 1);
  const MentionId second = make.mention(berg, "Olof\r\nBerg");
  make.mention(visby, "\U0001D517isby");
  make.date("3 May", TimeKind::date, "2024-05-03");
  Relation& met = make.relation("met", lind, berg, "met");
  met.subject_mention = first;
  met.object_mention = second;
  met.flags = RelationFlags::reported;
  return make.document();
}

template <typename Write>
void put(const std::string& path, Write write) {
  std::ofstream file(path, std::ios::binary);
  write(file);
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

void put_graph(const std::string& base, const EntityGraph& graph) {
  const GraphView all{.top = 0, .min_weight = 0, .isolated = true, .max_label_bytes = 0};
  put(base + ".dot", [&](std::ostream& out) { write_dot(out, graph, all); });
  put(base + ".json", [&](std::ostream& out) { write_node_link(out, graph, all); });
  put(base + ".cyjs", [&](std::ostream& out) { write_cytoscape(out, graph, all); });
  put(base + ".graphml", [&](std::ostream& out) { write_graphml(out, graph, all); });
  put(base + ".1.3.gexf", [&](std::ostream& out) { write_gexf(out, graph, all); });
  put(base + ".1.2.gexf", [&](std::ostream& out) { write_gexf(out, graph, all, GexfVersion::v1_2); });
  put(base + ".nodes.csv", [&](std::ostream& out) { write_csv_nodes(out, graph, all); });
  put(base + ".relationships.csv", [&](std::ostream& out) { write_csv_relationships(out, graph, all); });
  put(base + ".ftm", [&](std::ostream& out) { write_ftm(out, graph, all); });
}

void put_document(const std::string& base, const Document& doc) {
  put(base + ".txt", [&](std::ostream& out) { out << doc.text(); });
  std::string annotations;
  append_brat(annotations, doc);
  put(base + ".ann", [&](std::ostream& out) { out << annotations; });
  std::string some;
  append_brat(some, doc, {"PERSON"});
  put(base + ".person.ann", [&](std::ostream& out) { out << some; });
  std::string configuration;
  append_brat_configuration(configuration, doc.schema());
  put(base + ".conf", [&](std::ostream& out) { out << configuration; });
}

}  // namespace
}  // namespace dossier::test

int main(int argc, char** argv) try {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  dossier::test::put_graph(folder + "/nasty", dossier::test::nasty_graph());
  dossier::test::put_graph(folder + "/dated", dossier::test::dated_graph());
  dossier::test::put_graph(folder + "/empty", dossier::EntityGraph());
  dossier::test::put_document(folder + "/document", dossier::test::nasty_document());
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
