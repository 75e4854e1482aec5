// Package names decides which names are the same name and gathers the mentions of a name into entities.
//
// Data flows one way:
//
//	text → Find → mentions → Parse → names → keys → candidate pairs → Compare → links → Cluster
//
// Parse reads any string as a [Name] with parts and roles and never fails. A [Matcher] compares names
// (Compare), gives its reasons (Explain) and gathers mentions into clusters (Cluster). What is known of
// writing names stands in the text files of names/rules, which a linguist can read and change.
//
// All costs are integers in hundredths: 100 is one unrelated letter. All offsets are bytes. A Name and
// a Matcher are immutable and safe for concurrent use.
package names
