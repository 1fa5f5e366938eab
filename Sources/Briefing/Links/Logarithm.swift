// The one function of the C library that linking needs.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// The natural logarithm.
func logarithm(_ x: Float) -> Float { log(x) }
