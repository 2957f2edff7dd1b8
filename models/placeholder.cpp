namespace founder {}
