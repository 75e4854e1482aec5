package main

// What --help says. Exit statuses and formats stand in helpRoot only.
const helpRoot = `namesake finds the people that texts name, gathers the spellings of one name into entities,
and says why: Jinbekov, Genbekov, Jeenbekov and Жээнбеков are one president; his brother is not.

Data goes to standard output, everything else to standard error. - or no file is standard input.
Input is UTF-8, or UTF-16 with a byte order mark; CSV has a header line.

Exit status: 0 done; 1 done, but some rows were refused, each reported as file:line: what; what to do;
2 unusable arguments or input.`

const helpFind = `find reads English news texts and prints one row for each mention of a person:

  file,start,end,mention,cluster,canonical,decision

start and end are byte offsets; mention is the name as written, without its title. Each file is one
document, and the names of all files are gathered together. A line that is not UTF-8 is reported and
passed over.

find knows names by a lexicon of titles, places and organisations, not by a model: it misses a single
name without a title and names in other scripts, and takes an unknown firm of two words for a person
where nothing around it tells. With mentions from elsewhere, use namesake cluster.`

const exampleFind = `  namesake find article.txt
  namesake find news/*.txt --registry people.csv
  curl -s https://example.org/article.txt | namesake find --format jsonl`

const helpCluster = `cluster reads CSV with the column name and prints one row for each, in the order of the input:

  mention,name,cluster,canonical,probability

The columns mention (an id; else the row's number) and doc (a document: its mentions are read together)
are used if they are there. probability is that the name belongs to its cluster. --schema says that all
names are of people, organisations or places; else their own words tell.

--links FILE is CSV mention1,mention2,link, where link is must (they are one entity) or cannot (they are
two); no cluster goes against it. --output FILE is written whole or not at all.

--why MENTION MENTION prints, in place of the rows, why two mentions (ids, or names) are one entity: the
surest path of links between them, each explained, and the weakest link of the entity; or what keeps them
apart. With --format jsonl it prints the links as data.

--review FILE writes what the names leave undecided, for a person to answer, the question first whose answer
changes most:

  rank,changes,probability,now,mention1,name1,cluster1,size1,mention2,name2,cluster2,size2,because

Are mention1 and mention2 of one entity? size1 and size2 mentions go with them; changes is
size1*size2*p*(1-p), the pairs of mentions at stake weighed by how open the question is; now is together
or apart, and because says why. FILE is written whole or not at all.`

const exampleCluster = `  namesake cluster people.csv
  namesake cluster people.csv --registry known.csv --format jsonl
  namesake cluster companies.csv --schema Organization
  namesake cluster people.csv --why 12 48
  namesake cluster people.csv --review questions.csv > clusters.csv
  printf 'name\nSadyr Japarov\nSadir Jabbarov\n' | namesake cluster`

const helpCompare = `compare says whether two names are one name: a decision (same, review or different) and the
probability that they are.

With --pairs it reads CSV with the columns name1 and name2, and prints them with probability,decision.
The column schema, if there, says what a row's names are of, and is printed too: Person; Organization,
Company, PublicBody or Vessel; Place or Address. With anything else, or without it and --schema, the names'
own words tell: Ltd. and Ministry make an organisation.`

const exampleCompare = `  namesake compare "Surunbai Jinbekov" "Сооронбай Жээнбеков"
  namesake compare --schema Organization IBM "International Business Machines"
  namesake compare --pairs pairs.csv > answers.csv`

const helpExplain = `explain says, for the person whom it concerns, why two names are one name or are not: word by word, with
what each difference costs and the file and line of the rule behind it. The costs, in hundredths of a letter
that is quite another, add up to the total. On a terminal the letters are coloured; NO_COLOR=1 turns it off.

--json prints the same as data, with the bytes of both names that each step covers; --html prints a web page
that loads nothing.`

const exampleExplain = `  namesake explain Jinbekov Жээнбеков
  namesake explain --json Jabbarov Japarov
  namesake explain --html 'Surunbai Jinbekov' 'Асылбек Жээнбеков' > why.html`

const helpReport = `report writes the clusters of a run as a web page of one file that loads nothing: the entities with their
names, a drawing of the links between them, why they are linked, and the questions for a person to answer.
It reads what cluster or find printed (a column cluster), or a list of names, which it clusters first.

The page stays small: 300 entities of several names, those of most mentions (--most), 30 names of each and
1,500 explanations in all; 1,000 entities of one name; 200 questions. It says what it leaves out.`

const exampleReport = `  namesake report people.csv -o people.html
  namesake cluster people.csv > clusters.csv && namesake report clusters.csv -o people.html`

const helpTranslit = `translit writes each line in Latin letters. The language is guessed line by line; --lang says it, and
--to chooses a romanisation by its BCP 47 id instead. Several ids are a relay: the text goes through them
one after the other. Lines in Latin letters pass unchanged. A line that is not UTF-8 is reported, and an
empty line stands in its place.

--trace prints below each line what became of which letters, and the file and line of the rule that did it.
--variants prints rows, line,name,cost,path: the spellings that romanisation may give the line, the
customary one first. cost is in hundredths of an unrelated letter, path the tables that lead there.

A rule file of your own is used with --rules and checked with --check: a rule that can never fire, a
variable that is never used, or an example that does not come out is reported as file:line. CONTRIBUTING.md
shows how one is written. With a folder, CLDR's or your own, --to names one of the transforms in it.`

const exampleTranslit = `  namesake translit < names.txt
  echo 'Садыр Жапаров' | namesake translit --lang ky
  echo 'Садыр Жапаров' | namesake translit --lang ky --variants
  echo 'Хрущёв' | namesake translit --to de-Latn-t-ru-m0-duden
  echo 'Жапаров' | namesake translit --to ky-Arab-t-ky-m0-news,ar-Latn-t-ar-m0-egypt --trace
  namesake translit --list
  namesake translit --check my.txt && namesake translit --rules my.txt < names.txt
  namesake translit --rules cldr/common/transforms --to Russian-Latin/BGN < names.txt`

const helpLookup = `lookup reads one name a line and prints the known entities that it may mean, the best first:

  query,rank,id,name,probability

The registry is a file that namesake aliases keeps, or CSV with the columns id and name; more names of an
entity stand in columns that begin with alias, or in rows that repeat the id. name is the one of the
entity's names that fits best. All its names count: an entity may come before another with a nearer name.

With --explain a further column, explanation, says why; with --format jsonl it is data: the steps between the
two names, and for each word the spelling on record that fits it best.`

const exampleLookup = `  namesake lookup --registry people.csv < names.txt
  echo 'Sadir Jabbarov' | namesake lookup --registry people.csv -k 3
  echo 'Sadir Jabbarov' | namesake lookup --registry people.csv --explain --format jsonl`

const helpAliases = `aliases keeps a registry: known entities with ids that last, the names they go by, and the history of
every change with who made it, when and why. The registry is one file; one process changes it at a time,
several may read it. REGISTRY is the first argument, or --registry names it.

A merged id means the other from then on; a name that is split off moves alone; both can be undone. What is
judged same or different binds everything that comes later, until that judgement is undone.

Commands that change something print CSV without a header: the change's number, and what it did.`

const exampleAliases = `  namesake aliases init people.ns
  namesake aliases import people.ns known.csv
  namesake aliases merge people.ns japarov ns-12 --why "same person, see a.txt"
  namesake aliases split people.ns japarov "Sadyr Jumaev"
  namesake aliases judge people.ns different japarov --name "S. Jabarov"
  namesake aliases log people.ns japarov
  namesake aliases undo people.ns 17`

const helpImport = `import puts the names of lists on record. Names that are there already are passed over, so an import that
was interrupted can be run again. A row that cannot be used is reported as file:line and the others go in;
with --strict a file goes in whole or not at all. It prints the first and last change and the number of
names, as CSV without a header.

--from says what the files are: csv (id, name, alias..., kind, lang, source, confidence, note), jsonl (as
export writes it), ofac (sdn.csv, then alt.csv), un (the Security Council's consolidated XML), ftm
(OpenSanctions' FollowTheMoney JSON lines), wikidata (an entity dump in JSON, unpacked), openrefine (CSV
with name and the id it was matched to). Without it .csv, .jsonl, sdn.csv, alt.csv and .ftm.json are known.`

const exampleImport = `  namesake aliases import people.ns known.csv more.jsonl
  namesake aliases import people.ns sdn.csv alt.csv
  namesake aliases import people.ns --from un consolidated.xml --strict
  bzcat latest-all.json.bz2 | namesake aliases import people.ns --from wikidata -`

const helpResolve = `resolve reads one mention a line as JSON and answers each with one line of JSON, before it waits for the next:

  {"name":"Sadir Jabbarov","doc":"a.txt"}
  {"doc":"a.txt","name":"Sadir Jabbarov","decision":"same","entity":"japarov","canonical":"Sadyr Japarov","probability":0.8800}

decision is same: it is that known entity, and the spelling is kept with it; review: a person should look
(namesake aliases reviews lists them, judge decides), candidates says who it may be; new: an entity was
opened for it. When the answer comes it is on the disk, and the same name has it again until somebody
changes it. id, doc and title may be left out. A line that cannot be used is answered with its number and an
error.`

const exampleResolve = `  namesake resolve --registry people.ns < mentions.jsonl
  tail -f mentions.jsonl | namesake resolve --registry people.ns --explain`
