package aliases

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// The pages of a file
//
// bbolt trusts its file: it follows page numbers and offsets without a look, and where these are wrong it panics, reads
// memory that is not mapped, or goes in circles. So before it maps a file the tree of pages is walked here with plain
// reads, and every number in it is checked:
//
//	head 0, head 1 ── the newer one ──> root ──> branch ──> ... ──> leaf ──> buckets, in the same way
//
// Each page is reached once, says its own number and is of a kind that belongs there; keys ascend; nothing points out of
// its page or out of the file. Both heads must be sound: bbolt would take the older for a damaged newer one, and lose
// the last change without a word. (The layout is that of bbolt 1.3 to 1.5, file version 2, in the machine's byte order.)

const (
	pageHeader, pageElement = 16, 16
	branchPage, leafPage    = 1, 2
	metaSize                = 64
	boltMagic, boltVersion  = 0xED0CDAED, 2
	deepest                 = 32 // more than any tree has levels
)

var errOneHead = errors.New("one of its two heads is damaged")

// A head is what the file begins with, twice.
type head struct{ pageSize, root, pages, change uint64 }

func readHead(b []byte) (h head, ok bool) {
	order := binary.NativeEndian
	sum := fnv.New64a()
	sum.Write(b[:metaSize-8])
	ok = order.Uint32(b) == boltMagic && order.Uint32(b[4:]) == boltVersion && order.Uint64(b[metaSize-8:]) == sum.Sum64()
	return head{uint64(order.Uint32(b[8:])), order.Uint64(b[16:]), order.Uint64(b[40:]), order.Uint64(b[48:])}, ok
}

// readHeads gives the newer head.
func readHeads(f io.ReaderAt) (head, error) {
	at := func(offset int64) (head, bool) {
		b := make([]byte, metaSize)
		if _, err := f.ReadAt(b, offset+pageHeader); err != nil {
			return head{}, false
		}
		return readHead(b)
	}
	first, ok := at(0)
	if !ok {
		for size := int64(1024); size <= 1<<16; size *= 2 {
			if second, ok := at(size); ok && second.pageSize == uint64(size) {
				return second, errOneHead
			}
		}
		return head{}, errors.New("it has no head")
	}
	if first.pageSize < 1024 || first.pageSize > 1<<16 {
		return head{}, errors.New("its pages have no size")
	}
	second, ok := at(int64(first.pageSize))
	switch {
	case !ok:
		return first, errOneHead
	case second.pageSize != first.pageSize, second.change != first.change+1 && first.change != second.change+1:
		return first, errors.New("its two heads do not follow each other")
	case second.change > first.change:
		return second, nil
	}
	return first, nil
}

// checkPages walks a file.
func checkPages(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return pathError(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return pathError(path, err)
	}
	h, err := readHeads(f)
	if err != nil {
		return damaged(path, "%v", err)
	}
	w := walker{file: f, head: h, seen: make(map[uint64]bool)}
	if h.pages > uint64(info.Size())/h.pageSize {
		return damaged(path, "it is cut off: %d bytes where %d belong", info.Size(), h.pages*h.pageSize)
	}
	if err := w.tree(h.root, 0, nil); err != nil {
		return damaged(path, "%v", err)
	}
	return nil
}

// A walker walks the trees of a file. Its memory is a page and a mark for each page.
type walker struct {
	file io.ReaderAt
	head
	seen map[uint64]bool
	last []byte // key read, of the tree being walked
}

// tree walks a tree whose keys must all be behind the last and not before from.
func (w *walker) tree(number uint64, depth int, from []byte) error {
	page, err := w.page(number)
	if err != nil {
		return err
	}
	if depth > deepest {
		return fmt.Errorf("page %d lies too deep", number)
	}
	return w.elements(page, number, depth, from)
}

func (w *walker) page(number uint64) ([]byte, error) {
	order := binary.NativeEndian
	if number < 2 || number >= w.pages {
		return nil, fmt.Errorf("there is no page %d", number)
	}
	page := make([]byte, w.pageSize)
	if _, err := w.file.ReadAt(page, int64(number*w.pageSize)); err != nil {
		return nil, fmt.Errorf("page %d cannot be read: %v", number, err)
	}
	if order.Uint64(page) != number {
		return nil, fmt.Errorf("page %d says that it is %d", number, order.Uint64(page))
	}
	more := uint64(order.Uint32(page[12:]))
	if more >= w.pages-number {
		return nil, fmt.Errorf("page %d reaches out of the file", number)
	}
	for n := number; n <= number+more; n++ {
		if w.seen[n] {
			return nil, fmt.Errorf("page %d is used twice", n)
		}
		w.seen[n] = true
	}
	if more > 0 {
		page = append(page, make([]byte, more*w.pageSize)...)
		if _, err := w.file.ReadAt(page, int64(number*w.pageSize)); err != nil {
			return nil, fmt.Errorf("page %d cannot be read: %v", number, err)
		}
	}
	return page, nil
}

// elements checks what stands in a page, and walks on.
func (w *walker) elements(page []byte, number uint64, depth int, from []byte) error {
	order := binary.NativeEndian
	kind, count := order.Uint16(page[8:]), int(order.Uint16(page[10:]))
	if kind != branchPage && kind != leafPage || kind == branchPage && count == 0 {
		return fmt.Errorf("page %d is of no known kind", number)
	}
	if pageHeader+count*pageElement > len(page) {
		return fmt.Errorf("page %d has too many elements", number)
	}
	for i := range count {
		at := pageHeader + i*pageElement
		element := page[at : at+pageElement]
		if kind == branchPage {
			key, err := slice(page, at, order.Uint32(element), order.Uint32(element[4:]))
			if err != nil {
				return fmt.Errorf("page %d: %w", number, err)
			}
			if len(key) == 0 || w.last != nil && bytes.Compare(key, w.last) <= 0 || i > 0 && bytes.Compare(key, from) < 0 {
				return fmt.Errorf("page %d: its keys do not ascend", number)
			}
			if err := w.tree(order.Uint64(element[8:]), depth+1, key); err != nil {
				return err
			}
			continue
		}
		flags, sizes := order.Uint32(element), [2]uint32{order.Uint32(element[8:]), order.Uint32(element[12:])}
		if flags > 1 || sizes[0] == 0 || uint64(sizes[0])+uint64(sizes[1]) > uint64(len(page)) {
			return fmt.Errorf("page %d has an element of no known kind", number)
		}
		entry, err := slice(page, at, order.Uint32(element[4:]), sizes[0]+sizes[1])
		if err != nil {
			return fmt.Errorf("page %d: %w", number, err)
		}
		key, value := entry[:sizes[0]], entry[sizes[0]:]
		if w.last != nil && bytes.Compare(key, w.last) <= 0 || bytes.Compare(key, from) < 0 {
			return fmt.Errorf("page %d: its keys do not ascend", number)
		}
		w.last = key
		if flags == 1 {
			if err := w.bucket(value, number, depth); err != nil {
				return err
			}
			w.last = key
		}
	}
	return nil
}

// bucket walks the tree of a bucket: on pages of its own, or on one within the value.
func (w *walker) bucket(value []byte, number uint64, depth int) error {
	if len(value) < 16 {
		return fmt.Errorf("page %d has a bucket without a root", number)
	}
	w.last = nil
	if root := binary.NativeEndian.Uint64(value); root != 0 {
		return w.tree(root, depth+1, nil)
	}
	inline := value[16:]
	if len(inline) < pageHeader || binary.NativeEndian.Uint16(inline[8:]) != leafPage {
		return fmt.Errorf("page %d has a bucket without a page", number)
	}
	return w.elements(inline, number, depth+1, nil)
}

// slice gives the bytes of a page that an element at some place points to.
func slice(page []byte, at int, offset, size uint32) ([]byte, error) {
	from := uint64(at) + uint64(offset)
	to := from + uint64(size)
	if to > uint64(len(page)) {
		return nil, errors.New("an element reaches out of it")
	}
	return page[from:to], nil
}
