/** Randomness is given, never taken: whoever needs it receives one of these, seeded. */
export interface Rng {
  nextUint32(): number;
  /** Uniform on [0,1). */
  next(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Uniform integer in [0, length). */
  index(length: number): number;
  /** The 32 bits that, given as a seed, continue the same sequence. */
  snapshot(): number;
}
