// Package aliases keeps known entities with the names they go by, in memory or in a file that lasts, and
// resolves a stream of mentions to them by ids that last.
//
// # Facts and what follows from them
//
// What is kept are the changes: names added, entities merged, a name split off, a judgement, an undo. Each has a
// number, a time, who and why, and is never altered. Everything else, which entity a name belongs to above all, follows
// from the changes in their order and lives in memory:
//
//	file (bbolt) ── change 1, 2, 3 ... ──> state ──> index ──> Lookup, Resolve
//	     ^                                   |
//	     └─────── the next change, checked ──┘
//
// A change is checked against the state, written to the file and only then made: when a call returns, its change is on
// the disk, and no reader has seen one that is not. An undo is a change too; it takes back what an earlier one did and
// leaves what others have done since.
//
// # Ids
//
// An id once given means the same entity for ever. Merging leaves a redirect from the one id to the other; a name that
// is split off moves alone, and an undo gives an id back its names. Judgements, that two entities or a name and an entity
// are the same or are not, bind all that comes later until they are undone.
//
// # Order
//
// [Registry.Resolve] compares a mention with the names that lists and people have vouched for and with those that opened
// an entity, never with spellings that Resolve itself attached; nor do these teach it which words stand for one another. So an attached spelling attracts no other, chains do not
// grow, and the order of mentions matters in two ways only: a mention that is like two others, which are not like each
// other, falls to whom it came after; and a spelling once attached stays where it is, even if a better entity comes
// later. [Registry.Recluster] compares all with all, reports what it would change, and changes it when told to.
//
// A Registry is safe for concurrent use: many readers, one change at a time. One process can change a file; several
// can read one that none changes.
package aliases
