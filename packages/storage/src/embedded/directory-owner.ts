/** Proof that this process alone has a data directory: two that open one embedded database destroy it. */
export interface DirectoryOwner {
  /** The directory, absolute and without links. */
  readonly path: string;
  /** False once the directory was given back. */
  isHeld(): boolean;
}
