package project

import _ "embed"

// SchemaName is the name under which a new project keeps the schema of its
// siequity.yaml, so that editors complete keys and mark mistakes.
const SchemaName = "siequity.schema.json"

//go:embed siequity.schema.json
var schema string

// Schema is the JSON Schema (draft 2020-12) of siequity.yaml.
func Schema() string { return schema }
