"""The optional writer: a language model words the answer, and what it wrote is checked sentence by sentence."""
