package names

import "testing"

func BenchmarkCompare(b *testing.B) {
	m := New(Options{})
	x, y := Parse("JEENBEKOV, Sooronbay Sharipovich"), Parse("Surunbai Jinbekov")
	b.ReportAllocs()
	for b.Loop() {
		m.Compare(x, y)
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Parse("JEENBEKOV, Sooronbay Sharipovich")
	}
}
