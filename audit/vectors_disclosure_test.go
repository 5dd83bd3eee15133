package audit_test

// disclosureMethods are the reference methods of disclosure control.
func disclosureMethods() map[string]vectorFunc { return nil }
