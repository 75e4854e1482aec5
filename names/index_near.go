package names

import "slices"

// A nearName is a name that was met, with its score.
type nearName struct {
	name  uint32
	score int32
}

// maxLanes is how many words of a name are looked up at once, maxMet how many names are met at the most.
const maxLanes, maxMet = 8, 20_000

// A nearRoom is the memory of one Near: by word, what each lane gains by pairing with it.
type nearRoom struct {
	gains   [][maxLanes]uint16
	tried   []uint8 // by word, the lanes that widen has compared it with
	touched []int32
	best    []nearName // the best so far, the best first
	met     int
}

// A lane is a word looked up, and the words similar to it.
type lane struct {
	readWord
	near  []similarWord // the most similar first
	ideal int32         // what the word itself brings
	names int           // in how many names its similar words stand
}

// A Search is one name looked up in an index, for one goroutine. It is to be closed.
type Search struct {
	x      *Index
	room   *nearRoom
	lanes  []lane
	main   int // lanes that are words of the name as they stand; the others belong to other readings
	others []another
	most   int
	whole  bool // some name met has a partner for each main lane

	organisation  bool  // the name is one's
	organisations []int // the nearest of these
}

// Search looks a name up: it finds at most so many names that come nearest to it.
func (x *Index) Search(name Name, most int) *Search {
	s := &Search{x: x, most: most}
	if len(x.texts) == 0 || most < 1 {
		return s
	}
	if s.organisation = name.units != nil; s.organisation {
		s.organisations = x.organisations.near(name, most)
		s.readLanes(ParseAs(name.Text, Person)) // what is on record may look like somebody's name: Gazprom
	} else {
		s.readLanes(name)
	}
	if len(s.lanes) > 0 {
		s.people()
	}
	if !s.organisation && !s.whole {
		s.organisations = x.organisations.near(name, most)
	}
	return s
}

// people finds the names whose words are similar.
func (s *Search) people() {
	s.room, _ = s.x.room.Get().(*nearRoom)
	if s.room == nil {
		s.room = &nearRoom{}
	}
	s.prepare(closePercent)
	s.run()
	if !s.whole {
		s.runOthers()
	}
	if !s.whole {
		s.widen()
	}
	if len(s.room.best) == 0 {
		s.room.clear()
		s.prepare(100)
		s.run()
	}
}

// Close gives the search's memory back.
func (s *Search) Close() {
	if s.room != nil {
		s.room.clear()
		s.x.room.Put(s.room)
		s.room = nil
	}
}

// Near gives the numbers of the names found, the nearest first; few, when these are much nearer than the rest.
func (s *Search) Near() []int {
	if s.room == nil {
		return s.organisations
	}
	numbers := slices.Clone(s.organisations)
	for i, b := range s.room.best {
		if i >= surely && b.score < s.room.best[0].score/2 {
			break // it lacks a word that the best has
		}
		numbers = append(numbers, int(b.name))
	}
	return numbers
}

// surely is how many of the nearest names are given, however far behind the best they are.
const surely = 6

// closePercent is the share of the limit within which words are looked for at first; nine in ten unseen spellings
// of relay_people are within it. otherPercent is that for words of other readings, which are long and never the same.
const closePercent, otherPercent = 30, 20

// prepare finds the similar words of the main lanes, and lays out what they bring.
func (s *Search) prepare(percent int) {
	room, words := s.room, len(s.x.words)
	if len(room.gains) < words {
		room.gains = make([][maxLanes]uint16, words+words/8)
		room.tried = make([]uint8, len(room.gains))
	}
	room.best, room.met, s.whole = room.best[:0], 0, false
	for i := range s.main {
		s.layOut(i, percent)
	}
}

// layOut finds the similar words of a lane.
func (s *Search) layOut(i, percent int) {
	l := &s.lanes[i]
	l.near, l.names, l.ideal = s.x.similarTo(&l.readWord, percent), 0, 0
	for _, n := range l.near {
		s.room.gains[n.word][i] = uint16(n.gain)
		s.room.touched = append(s.room.touched, n.word)
		l.ideal = max(l.ideal, n.gain)
		if w := s.x.words[n.word]; !w.initial || l.initial {
			l.names += len(w.in)
		}
	}
}

func (room *nearRoom) clear() {
	for _, n := range room.touched {
		room.gains[n], room.tried[n] = [maxLanes]uint16{}, 0
	}
	room.touched = room.touched[:0]
}

// run meets the names that the rarest lane leads to; when there are three lanes or more, also those that the next do, but
// the last, for a name may lack some words.
func (s *Search) run() {
	var room [maxLanes]int
	order := room[:0]
	for i := range s.main {
		if s.lanes[i].names > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int { return s.lanes[i].names - s.lanes[j].names })
	followed := uint8(0)
	for k, i := range order {
		if k > 0 && k+1 >= s.main {
			break
		}
		s.follow(i, followed)
		followed |= 1 << i
	}
}

// follow meets the names that lane i leads to, by its most similar words first, until no other can be among the best.
// Names that the lanes followed before lead to have been met.
func (s *Search) follow(i int, followed uint8) {
	rest := int32(0) // what the other lanes bring at the most
	for j := range s.main {
		switch {
		case followed&(1<<j) != 0:
			rest -= unpairedWord
		case j != i:
			rest += s.lanes[j].ideal
		}
	}
	for _, n := range s.lanes[i].near {
		w := s.x.words[n.word]
		if w.initial && !s.lanes[i].initial {
			continue // J. leads to too many; it is met by the other words
		}
		if len(s.room.best) == s.most && n.gain+rest < s.room.best[s.most-1].score || s.room.met > maxMet {
			return
		}
		for _, name := range w.in {
			s.meet(name)
		}
		s.room.met += len(w.in)
	}
}
