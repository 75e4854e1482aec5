package aliases

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// The file
//
// A registry's file is a bbolt database with two buckets, or three. "changes" has the records under their numbers, eight bytes,
// the high one first; a record stands behind its CRC-32C, which covers the number too. "head" has one entry, "head": the
// format, how many changes there are, and a CRC over all their CRCs in order. Both are written in one transaction, which
// bbolt syncs before it returns, so a change is there whole or not at all.
//
// "index" has the index for look-ups in pieces, which no change depends on: it can be made again, and tells itself whether it
// is sound and fits (names.Matcher.LoadIndex).
//
// Nothing is believed that is not checked: the pages before bbolt maps them (pages.go), then each record, their
// numbers, and the head. What is damaged is an error that says so; it is never read past.

const fileFormat = 1

var (
	bucketChanges, bucketHead, bucketIndex = []byte("changes"), []byte("head"), []byte("index")
	castagnoli                             = crc32.MakeTable(crc32.Castagnoli)
)

// A store is an open file.
type store struct {
	path  string
	db    *bolt.DB
	count uint64 // of changes
	chain uint32 // over the sums of all
}

// ErrDamaged says that a file is not as it was written.
var ErrDamaged = errors.New("the registry is damaged; restore it from a copy, or make it anew from an export")

// ErrInUse says that another process has the file.
var ErrInUse = errors.New("the registry is in use by another process; wait until that ends, or close it")

func damaged(path, format string, args ...any) error {
	return fmt.Errorf("%s: %w (%s)", path, ErrDamaged, fmt.Sprintf(format, args...))
}

// guarded runs f and makes an error of a panic, and of a fault in mapped memory, which bbolt meets when the file
// changes under it.
func guarded(path string, f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = damaged(path, "%v", p)
		}
	}()
	return f()
}

// createStore makes a new file; one that is there already is left alone.
func createStore(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s: is there already; choose another name or remove it", path)
	}
	if err != nil {
		return pathError(path, err)
	}
	f.Close()
	db, err := bolt.Open(path, 0o666, &bolt.Options{Timeout: time.Second, NoFreelistSync: true})
	if err == nil {
		s := store{path: path, db: db}
		err = db.Update(func(tx *bolt.Tx) error {
			if _, err := tx.CreateBucket(bucketChanges); err != nil {
				return err
			}
			b, err := tx.CreateBucket(bucketHead)
			if err != nil {
				return err
			}
			return b.Put(bucketHead, s.head())
		})
		err = errors.Join(err, db.Close())
	}
	if err != nil {
		os.Remove(path)
		return pathError(path, err)
	}
	return nil
}

// openStore opens a file and hands each record to each.
func openStore(path string, readOnly bool, wait time.Duration, each func(number int, record string) error) (*store, error) {
	if wait <= 0 {
		wait = time.Second
	}
	open := func(readOnly bool) (*bolt.DB, error) {
		db, err := bolt.Open(path, 0o666, &bolt.Options{ReadOnly: readOnly, Timeout: wait, NoFreelistSync: true, FreelistType: bolt.FreelistMapType})
		if errors.Is(err, bolterrors.ErrTimeout) {
			return nil, fmt.Errorf("%s: %w", path, ErrInUse)
		}
		return db, err
	}
	s := &store{path: path}
	if info, err := os.Stat(path); err != nil {
		return nil, pathError(path, err)
	} else if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: is no file; name a registry", path)
	}
	if !IsRegistry(path) {
		return nil, fmt.Errorf("%s: is no registry, or its head is damaged; make one with namesake aliases init", path)
	}
	err := guarded(path, func() error {
		// Under a shared lock the pages are checked, so that bbolt may read them; only then is the file opened to write.
		db, err := open(true)
		if err != nil {
			return s.opening(err)
		}
		err = checkPages(path)
		if err == nil {
			err = db.View(func(tx *bolt.Tx) error { return s.read(tx, each) })
		}
		if err != nil || readOnly {
			s.db = db
			return err
		}
		count := s.count
		if err := db.Close(); err != nil {
			return err
		}
		if s.db, err = open(false); err != nil {
			return s.opening(err)
		}
		return s.db.View(func(tx *bolt.Tx) error { return s.readSince(tx, count, each) })
	})
	if err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// opening says what keeps bbolt from opening a file.
func (s *store) opening(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, ErrInUse):
		return err
	case errors.As(err, &path):
		return pathError(s.path, err)
	}
	return damaged(s.path, "%v", err)
}

func pathError(path string, err error) error {
	var wrapped *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file; make it with namesake aliases init", path)
	case errors.As(err, &wrapped):
		err = wrapped.Err
	}
	return fmt.Errorf("%s: cannot be opened: %w", path, err)
}

// IsRegistry tells a registry's file from others by how it begins; whether it is sound shows when it is opened.
func IsRegistry(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	_, err = readHeads(f)
	return err == nil || errors.Is(err, errOneHead)
}

// read reads all changes.
func (s *store) read(tx *bolt.Tx, each func(int, string) error) error {
	return s.readSince(tx, 0, each)
}

// readSince reads the changes behind the first known ones: all, or those that another process has made meanwhile.
func (s *store) readSince(tx *bolt.Tx, known uint64, each func(int, string) error) error {
	head, changes := tx.Bucket(bucketHead), tx.Bucket(bucketChanges)
	if head == nil || changes == nil {
		return fmt.Errorf("%s: is a bbolt database, but no registry; make one with namesake aliases init", s.path)
	}
	c := changes.Cursor()
	from := make([]byte, 8)
	binary.BigEndian.PutUint64(from, known+1)
	for k, v := c.Seek(from); k != nil; k, v = c.Next() {
		number := s.count + 1
		if len(k) != 8 || binary.BigEndian.Uint64(k) != number {
			return damaged(s.path, "change %d is missing", number)
		}
		if len(v) < 4 {
			return damaged(s.path, "change %d is cut off", number)
		}
		sum := binary.BigEndian.Uint32(v)
		if sum != checksum(k, v[4:]) {
			return damaged(s.path, "change %d has a wrong checksum", number)
		}
		if err := each(int(number), string(v[4:])); err != nil {
			return damaged(s.path, "%v", err)
		}
		s.count++
		s.chain = crc32.Update(s.chain, castagnoli, v[:4])
	}
	if string(head.Get(bucketHead)) != string(s.head()) {
		return damaged(s.path, "the head does not tell of %d changes as they are", s.count)
	}
	return nil
}

func checksum(key, record []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, record)
}

func (s *store) head() []byte {
	b := []byte{fileFormat}
	b = binary.BigEndian.AppendUint64(b, s.count)
	return binary.BigEndian.AppendUint32(b, s.chain)
}

// append writes changes; when it returns without an error they are on the disk, all of them, and with one none is.
func (s *store) append(records [][]byte) error {
	count, chain := s.count, s.chain
	err := guarded(s.path, func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			changes := tx.Bucket(bucketChanges)
			changes.FillPercent = 1 // numbers only grow
			for _, record := range records {
				s.count++
				key := binary.BigEndian.AppendUint64(nil, s.count)
				value := binary.BigEndian.AppendUint32(make([]byte, 0, 4+len(record)), checksum(key, record))
				s.chain = crc32.Update(s.chain, castagnoli, value)
				if err := changes.Put(key, append(value, record...)); err != nil {
					return err
				}
			}
			return tx.Bucket(bucketHead).Put(bucketHead, s.head())
		})
	})
	if err != nil {
		s.count, s.chain = count, chain
		if !errors.Is(err, ErrDamaged) {
			err = fmt.Errorf("%s: cannot be written: %w", s.path, err)
		}
	}
	return err
}

// indexPiece is how many bytes of an index are one entry: pages that stand together.
const indexPiece = 1 << 16

// readIndex gives what writeIndex wrote; nil when there is nothing, or it cannot be read.
func (s *store) readIndex() (saved []byte) {
	err := guarded(s.path, func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			b := tx.Bucket(bucketIndex)
			if b == nil {
				return nil
			}
			return b.ForEach(func(_, piece []byte) error {
				saved = append(saved, piece...)
				return nil
			})
		})
	})
	if err != nil {
		return nil
	}
	return saved
}

// writeIndex puts an index in the place of the one before.
func (s *store) writeIndex(saved []byte) error {
	return guarded(s.path, func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			if tx.Bucket(bucketIndex) != nil {
				if err := tx.DeleteBucket(bucketIndex); err != nil {
					return err
				}
			}
			b, err := tx.CreateBucket(bucketIndex)
			if err != nil {
				return err
			}
			number := uint32(0)
			for piece := range slices.Chunk(saved, indexPiece) {
				if err := b.Put(binary.BigEndian.AppendUint32(nil, number), piece); err != nil {
					return err
				}
				number++
			}
			return nil
		})
	})
}

func (s *store) close() error {
	if s.db == nil {
		return nil
	}
	db := s.db
	s.db = nil
	return guarded(s.path, db.Close)
}
