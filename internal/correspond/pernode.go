package correspond

import "slices"

// perNode is a list for each node.
type perNode[T any] struct {
	items  []T
	nodes  []int32 // of each item, until they are sorted
	starts []int32 // where the list of each node begins
}

func (l *perNode[T]) add(node int32, item T) {
	l.nodes, l.items = append(l.nodes, node), append(l.items, item)
}

func (l *perNode[T]) of(node int32) []T { return l.items[l.starts[node]:l.starts[node+1]] }

// sort puts the items in order by their nodes, and those of a node, if there is an order for them.
func (l *perNode[T]) sort(nodes int, order func(a, b T) int) {
	l.starts = make([]int32, nodes+2)
	for _, node := range l.nodes {
		l.starts[node+2]++
	}
	for node := range nodes {
		l.starts[node+2] += l.starts[node+1]
	}
	sorted := make([]T, len(l.items))
	for i, node := range l.nodes {
		sorted[l.starts[node+1]] = l.items[i]
		l.starts[node+1]++
	}
	l.items, l.nodes = sorted, nil
	for node := range int32(nodes) {
		if order != nil {
			slices.SortStableFunc(l.of(node), order)
		}
	}
}
