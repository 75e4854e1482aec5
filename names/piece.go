package names

import (
	"slices"
	"strings"
)

// A Piece is a stretch of a name with what its step means, in one word: "equal", "close" (spelled otherwise), "apart"
// (stands against the other), "alone" (in one name only) or "between" (no part of a word). Colours go by it.
type Piece struct{ Text, Shade string }

// PiecesA cuts a stretch of A where its steps begin and end.
func (e Explanation) PiecesA(whole Span) []Piece {
	return e.pieces(e.A, whole, func(s Step) Span { return s.A })
}

// PiecesB cuts a stretch of B.
func (e Explanation) PiecesB(whole Span) []Piece {
	return e.pieces(e.B, whole, func(s Step) Span { return s.B })
}

func (e Explanation) pieces(text string, whole Span, side func(Step) Span) []Piece {
	inside := slices.DeleteFunc(slices.Clone(e.Steps), func(s Step) bool {
		return side(s).isEmpty() || side(s).Start < whole.Start || side(s).End > whole.End
	})
	slices.SortStableFunc(inside, func(x, y Step) int { return side(x).Start - side(y).Start })
	pieces := make([]Piece, 0, len(inside))
	for _, s := range inside {
		pieces = append(pieces, Piece{Visible(text[side(s).Start:side(s).End]), s.shade()})
	}
	return pieces
}

func (s Step) shade() string {
	switch {
	case s.Kind == Between:
		return "between"
	case s.Kind == LeftOut:
		return "alone"
	case s.Kind == Contradicted:
		return "apart"
	case s.Cost > 0:
		return "close"
	}
	return "equal"
}

// Visible makes a name safe to show among other text: what is not UTF-8 and control characters become �, and marks that
// turn the direction of what follows are left out.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1
		case r < ' ', r >= 0x7f && r < 0xa0, r == '\u2028', r == '\u2029':
			return '�'
		}
		return r // a byte that is not UTF-8 has become � already
	}, s)
}
