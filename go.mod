module github.com/namesake-go/namesake

go 1.26.8
