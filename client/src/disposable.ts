/** What holds on to something until it is told to let go. */
export interface Disposable {
  dispose(): void;
}
