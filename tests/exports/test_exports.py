"""Reads every export with programs that others wrote: test_exports.py WRITER [part of a test's name ...]

The writer makes a graph of nasty names. Node-link JSON loses nothing, so it says what the other formats have to hold.
DOSSIER_FTM_PYTHON may name a Python that has the package followthemoney; without it only the form of that export is checked.
"""
import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest

try:
    import igraph
    import networkx
except ImportError as problem:
    sys.exit(f"{problem}: setup.sh --tests installs what this test needs")

FOLDER = tempfile.TemporaryDirectory(prefix="dossier-exports-")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
csv.field_size_limit(1 << 30)


def path(name):
    return os.path.join(FOLDER.name, name)


def read(name):
    with open(path(name), encoding="utf-8", newline="") as file:
        return file.read()


def graph(name="nasty"):
    return json.loads(read(name + ".json"))


def xml_text(text):
    """What XML can hold of a text."""
    return NOT_XML.sub("\ufffd", text)


def command(*arguments):
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def without_igraphs_fault(ids):
    """igraph 0.10 leaves the reference that libxml2 puts for "&" in attributes."""
    return [each.replace("&#38;", "&") for each in ids]


def role_words(role):
    words = {"negated": "not", "planned": "planned", "questioned": "in question", "reported": "reported", "former": "former"}
    flags = [words[name] for name in words if name in role["flags"]]
    return role["label"] + (f" ({', '.join(flags)})" if flags else "")


def flat(item, evidence=True):
    """What the flat formats have of a node or link."""
    out = {k: item[k] for k in ("type", "documents")}
    if "mentions" in item:
        out.update(mentions=item["mentions"], aliases=" | ".join(filter(None, item["aliases"])), sentences=item["sentences"],
                   roles=" | ".join(role_words(role) for role in item["roles"] if role["label"]))
    else:
        out.update(stated=item["stated"], directed=item["directed"], flags=" | ".join(item["flags"]),
                   first_date=item["first_date"], last_date=item["last_date"], paragraphs=item["paragraphs"],
                   npmi=item["npmi"], log_likelihood=item["log_likelihood"])
        if evidence:
            out["evidence"] = " | ".join(f"“{e['quote']}” [{e['document']}]" for e in item["evidence"])
    return {k: xml_text(v) if isinstance(v, str) else v for k, v in out.items() if v not in ("", None)}


class Dot(unittest.TestCase):
    def test_graphviz_draws_it_and_the_drawing_is_xml(self):
        for name in ("nasty", "empty"):
            code, svg, errors = command("dot", "-Tsvg", path(name + ".dot"))
            self.assertEqual(code, 0, errors)
            with open(path(name + ".svg"), "wb") as file:
                file.write(svg)
            self.assertEqual(command("xmllint", "--noout", path(name + ".svg"))[0::2], (0, ""))

    def test_graphviz_finds_all_nodes_and_edges(self):
        code, plain, errors = command("dot", "-Tdot_json", path("nasty.dot"))
        self.assertEqual(code, 0, errors)
        read_back = json.loads(plain)
        # Edges that look alike are one line: of one kind, or a role and the membership that goes with it.
        kinds = {"has_role": "role", "member_of": "role", "met": "talk", "opposes": "conflict", "supports": "other"}
        stated = {(link["source"], link["target"], link["directed"], tuple(link["flags"]),
                   link["flags"] != [] or kinds[link["type"]]) for link in graph()["links"] if link["stated"]}
        nodes = [each for each in read_back["objects"] if each["name"].split("/")[0] in ("PERSON", "ORGANIZATION", "LOCATION")]
        self.assertEqual(len(nodes), len(graph()["nodes"]))
        drawn = [edge for edge in read_back["edges"] if edge.get("class", "").startswith("stated")]
        self.assertEqual(len(drawn), len(stated))


class Xml(unittest.TestCase):
    def test_all_files_are_well_formed(self):
        for name in ("nasty.graphml", "nasty.1.2.gexf", "nasty.1.3.gexf", "empty.graphml", "empty.1.2.gexf", "empty.1.3.gexf"):
            self.assertEqual(command("xmllint", "--huge", "--noout", path(name))[0::2], (0, ""), name)

    def check(self, found, ids):
        expected = graph()
        self.assertTrue(found.is_directed() and found.is_multigraph())
        self.assertEqual(set(found.nodes), {xml_text(node["id"]) for node in expected["nodes"]})
        for node in expected["nodes"]:
            data = dict(found.nodes[xml_text(node["id"])])
            self.assertEqual(data.pop("label"), xml_text(node["name"]))
            data = {k: v for k, v in data.items() if k not in ("viz", "start", "end")}
            self.assertEqual(data, flat(node))
        edges = {data.get("id", key): (a, b, data) for a, b, key, data in found.edges(keys=True, data=True)}
        self.assertEqual(len(edges), len(expected["links"]))
        for link in expected["links"]:
            source, target, data = edges[ids(link["key"])]
            data = {k: v for k, v in data.items() if k not in ("id", "start", "end")}
            self.assertEqual((source, target), (xml_text(link["source"]), xml_text(link["target"])))
            self.assertEqual(data.pop("weight"), link["count"])
            self.assertEqual(data.pop("label", None), None if link["label"] is None else xml_text(link["label"]))
            self.assertEqual(data, flat(link))

    def test_networkx_reads_graphml(self):
        self.check(networkx.read_graphml(path("nasty.graphml"), force_multigraph=True), lambda key: f"e{key}")
        self.assertEqual(len(networkx.read_graphml(path("empty.graphml"))), 0)

    def test_networkx_reads_gexf_1_2(self):
        self.check(networkx.read_gexf(path("nasty.1.2.gexf")), str)
        self.assertEqual(len(networkx.read_gexf(path("empty.1.2.gexf"))), 0)

    def test_gexf_1_3_is_1_2_with_kinds(self):
        """NetworkX before 3.6 knows no 1.3, so it reads it under the name of 1.2."""
        text = read("nasty.1.3.gexf")
        self.assertIn('<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">', text)
        text = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").replace('version="1.3"', 'version="1.2"')
        self.assertEqual(len(re.findall(r'<edge [^>]*kind="', text)), len(graph()["links"]))
        text = re.sub(r'(<edge [^>]*) kind="[^"]*"', r"\1", text)
        self.assertEqual(text, read("nasty.1.2.gexf"))

    def test_gexf_is_as_its_schema_says(self):
        schema = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gexf.rng")
        for name in ("nasty", "dated", "empty"):
            for version in ("1.2", "1.3"):
                text = read(f"{name}.{version}.gexf").replace("http://www.gexf.net/1.2draft", "http://gexf.net/1.3")
                with open(path("valid.gexf"), "w", encoding="utf-8", newline="") as file:
                    file.write(text.replace('<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.2">',
                                            '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'))
                code, _, errors = command("xmllint", "--huge", "--noout", "--relaxng", schema, path("valid.gexf"))
                self.assertEqual(code, 0, f"{name} {version}: {errors}")

    def test_gexf_has_a_time_axis_where_dates_are_known(self):
        found = networkx.read_gexf(path("dated.1.2.gexf"))
        spans = {(a.split("/")[1], b.split("/")[1]): (data.get("start"), data.get("end"))
                 for a, b, data in found.edges(data=True)}
        self.assertEqual(spans, {("ada ward", "olof berg"): ("2019-01-01", "2019-12-31"),
                                 ("marta lind", "olof berg"): ("2024-02-01", "2024-02-29"),
                                 ("jon vik", "marta lind"): (None, None)})
        nodes = {key.split("/")[1]: (data.get("start"), data.get("end")) for key, data in found.nodes(data=True)}
        self.assertEqual(nodes, {"ada ward": ("2019-01-01", "2019-12-31"), "olof berg": ("2019-01-01", "2024-02-29"),
                                 "marta lind": (None, None), "jon vik": (None, None)})
        self.assertIn('mode="dynamic" timeformat="date"', read("dated.1.3.gexf"))
        self.assertIn('mode="static"', read("empty.1.3.gexf"))

    def test_parallel_edges_differ_in_kind(self):
        kinds = re.findall(r'<edge id="\d+" source="([^"]*)" target="([^"]*)" kind="([^"]*)"', read("nasty.1.3.gexf"))
        self.assertEqual(len(kinds), len(set(kinds)))

    def test_igraph_reads_graphml(self):
        found = igraph.Graph.Read_GraphML(path("nasty.graphml"))
        expected = graph()
        self.assertTrue(found.is_directed())
        ids = without_igraphs_fault(found.vs["id"])
        self.assertEqual(ids, [xml_text(node["id"]) for node in expected["nodes"]])
        self.assertEqual(found.vs["label"], [xml_text(node["name"]) for node in expected["nodes"]])
        self.assertEqual(found.es["weight"], [link["count"] for link in expected["links"]])
        self.assertEqual(found.es["stated"], [link["stated"] for link in expected["links"]])
        self.assertEqual(found.es["directed"], [link["directed"] for link in expected["links"]])
        ends = [(xml_text(link["source"]), xml_text(link["target"])) for link in expected["links"]]
        self.assertEqual([(ids[e.source], ids[e.target]) for e in found.es], ends)
        self.assertEqual(igraph.Graph.Read_GraphML(path("empty.graphml")).vcount(), 0)


class Json(unittest.TestCase):
    def test_networkx_reads_node_link(self):
        found = networkx.node_link_graph(graph())
        self.assertEqual((len(found), found.number_of_edges()), (len(graph()["nodes"]), len(graph()["links"])))

    def test_networkx_reads_cytoscape(self):
        for name in ("nasty", "empty"):
            expected = graph(name)
            found = networkx.cytoscape_graph(json.loads(read(name + ".cyjs")))
            self.assertEqual(set(found.nodes), {node["id"] for node in expected["nodes"]})
            self.assertEqual(found.number_of_edges(), len(expected["links"]))
            for node in expected["nodes"]:
                self.assertEqual({k: found.nodes[node["id"]][k] for k in node}, node)
            for link in expected["links"]:
                data = found.edges[link["source"], link["target"], link["key"]]
                self.assertEqual({k: data[k] for k in link}, link)
                self.assertEqual(data["interaction"], link["type"])

    def test_no_json_ends_a_script_element(self):
        for name in ("nasty.json", "nasty.cyjs", "nasty.ftm"):
            self.assertNotIn("<", read(name))


class Csv(unittest.TestCase):
    def rows(self, name):
        """The table as SQLite has it; every record is one line."""
        lines = read(name).split("\n")
        self.assertEqual(lines.pop(), "")
        rows = list(csv.reader(lines, strict=True))
        self.assertEqual(len(rows), len(lines))
        base = sqlite3.connect(":memory:")
        base.row_factory = sqlite3.Row
        base.execute("create table t (%s)" % ", ".join(f'"{column}"' for column in rows[0]))
        base.executemany("insert into t values (%s)" % ", ".join("?" * len(rows[0])), rows[1:])
        return list(base.execute("select * from t"))

    @staticmethod
    def plain(text):
        return re.sub("[\x00-\x1f\x7f]", " ", text)

    def test_sqlite_holds_all_nodes(self):
        found = {row["key:ID"]: row for row in self.rows("nasty.nodes.csv")}
        self.assertEqual(len(found), len(graph()["nodes"]))
        for node in graph()["nodes"]:
            row = found[self.plain(node["id"])]
            self.assertEqual(row["label"], self.plain(node["name"]))
            self.assertEqual(row[":LABEL"], node["type"])
            self.assertEqual(int(row["mentions:long"]), node["mentions"])
            self.assertEqual(row["aliases:string[]"], self.plain(";".join(a.replace(";", ",") for a in node["aliases"] if a)))

    def test_both_ends_of_all_relationships_are_nodes(self):
        keys = {row["key:ID"] for row in self.rows("nasty.nodes.csv")}
        rows = self.rows("nasty.relationships.csv")
        self.assertEqual(len(rows), len(graph()["links"]))
        for row, link in zip(rows, graph()["links"]):
            self.assertEqual((row[":START_ID"], row[":END_ID"]), (self.plain(link["source"]), self.plain(link["target"])))
            self.assertLessEqual({row[":START_ID"], row[":END_ID"]}, keys)
            self.assertEqual((row[":TYPE"], row["stated:boolean"]), (link["type"], str(link["stated"]).lower()))
            self.assertEqual(row["label"], self.plain(link["label"] or ""))
            quotes = " | ".join(f"“{e['quote']}” [{e['document']}]" for e in link["evidence"])
            self.assertEqual(row["evidence"], self.plain(quotes))

    def test_an_empty_graph_has_headers_alone(self):
        self.assertEqual((self.rows("empty.nodes.csv"), self.rows("empty.relationships.csv")), ([], []))


class Ftm(unittest.TestCase):
    def entities(self):
        return [json.loads(line) for line in read("nasty.ftm").splitlines()]

    def test_ids_are_unique_and_all_references_are_met(self):
        entities = self.entities()
        ids = {entity["id"] for entity in entities}
        self.assertEqual(len(ids), len(entities))
        ends = ("employee", "employer", "member", "organization", "holder", "post", "subject", "object", "person", "associate")
        for entity in entities:
            self.assertRegex(entity["id"], r"^[0-9a-f-]{36}$")
            for name, values in entity["properties"].items():
                self.assertTrue(values and all(isinstance(value, str) and value for value in values), entity)
                if name in ends:
                    self.assertLessEqual(set(values), ids)

    def test_what_is_not_stated_is_left_out(self):
        links = [e for e in self.entities() if "summary" in e["properties"]]
        wanted = [link for link in graph()["links"]
                  if link["stated"] and "negated" not in link["flags"] and link["source"] != link["target"]]
        self.assertEqual(len(links), len(wanted))
        schemas = {entity["schema"] for entity in self.entities()}
        self.assertEqual(schemas, {"Person", "Organization", "Address", "Employment", "Membership", "Occupancy", "Position",
                                   "UnknownLink"})
        self.assertEqual(read("empty.ftm"), "")

    @unittest.skipUnless("DOSSIER_FTM_PYTHON" in os.environ, "no Python with followthemoney named")
    def test_the_model_takes_every_entity_and_value(self):
        check = ("import json, sys\nfrom followthemoney import model\n"
                 "for line in open(sys.argv[1], encoding='utf-8'):\n"
                 "    data = json.loads(line)\n"
                 "    model.get(data['schema']).validate(data)\n"
                 "    entity = model.get_proxy(data, cleaned=False)\n"
                 "    for name, values in data['properties'].items():\n"
                 "        assert name in entity.schema.properties, (data['schema'], name)\n"
                 "        assert entity.get(name), (data['schema'], name, values)\n")
        self.assertEqual(command(os.environ["DOSSIER_FTM_PYTHON"], "-c", check, path("nasty.ftm"))[0::2], (0, ""))


class Brat(unittest.TestCase):
    LINE = re.compile(r"(T\d+\t[A-Z_]+ \d+ \d+(;\d+ \d+)*\t[^\t]+|R\d+\t[a-z_]+ Arg1:T\d+ Arg2:T\d+|\*\tAlias( T\d+){2,}"
                      r"|A\d+\t[a-z]+ R\d+|#\d+\tAnnotatorNotes [TR]\d+\t.+)")

    def test_every_mention_is_its_slice_of_the_text(self):
        text = read("document.txt")
        found = {}
        for line in read("document.ann").splitlines():
            self.assertRegex(line, "^" + self.LINE.pattern + "$")
            if line.startswith("T"):
                number, place, words = line.split("\t")
                spans = [tuple(map(int, each.split())) for each in place.split(" ", 1)[1].split(";")]
                self.assertEqual(" ".join(text[a:b] for a, b in spans), words)
                self.assertFalse(any("\n" in text[a:b] for a, b in spans))
                found[number] = words
        self.assertEqual(sorted(found.values()), ["3 May", "Lind", "Marta Lind", "Olof Berg", "\U0001d517isby"])

    def test_relations_aliases_flags_and_dates_are_there(self):
        lines = read("document.ann").splitlines()
        self.assertEqual([line for line in lines if not line.startswith("T")],
                         ["#1\tAnnotatorNotes T4\t2024-05-03", "*\tAlias T1 T5", "R1\tmet Arg1:T1 Arg2:T2", "A1\treported R1",
                          "#2\tAnnotatorNotes R1\tmet [test.rule]"])
        some = read("document.person.ann")
        self.assertNotIn("LOCATION", some)
        self.assertIn("R1\tmet", some)

    def test_the_configuration_declares_what_is_used(self):
        conf = read("document.conf")
        for words in ("[entities]\nPERSON\n", "[relations]\nAlias Arg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n",
                      "met Arg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric\n", "[events]\n[attributes]\nnegated Arg:<RELATION>\n"):
            self.assertIn(words, conf)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: test_exports.py WRITER")
    subprocess.run([sys.argv[1], FOLDER.name], check=True)
    unittest.main(argv=sys.argv[:1] + [arg for part in sys.argv[2:] for arg in ("-k", part)])
