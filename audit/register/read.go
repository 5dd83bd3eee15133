package register

// Read reads the registers that are given, by name, and the births file. A file
// that cannot be read is a fault; the others are still read.
func Read(files map[string]string, births string) *Registers {
	return &Registers{Given: map[string]bool{}}
}
