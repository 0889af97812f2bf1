/** What the service needs of the machine it runs on. */
export interface Files {
  /** What is in a file now. Never rejects. */
  read(uri: string): Promise<FileContent>;
  /**
   * Every text below a folder: Markdown (`.md`, `.markdown`, `.qmd`, `.Rmd`) and `.txt`; hidden folders and
   * `node_modules` are left out. In a stable order. Never rejects.
   */
  list(folder: string): Promise<FolderContent>;
  /** The stamp that `read` would give, without reading; `undefined` if there is none. Never rejects. */
  stamp(uri: string): Promise<string | undefined>;
}

export type FileContent =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Tells this version of the file from others; taken before the text was read. Absent where there is no such sign. */
      readonly stamp?: string;
      /** True if the file begins with a byte order mark, which is not in the text. */
      readonly hasMark?: true;
    }
  /** The bytes up to `before` are UTF-8; what follows is not. */
  | { readonly kind: 'not-utf8'; readonly before: string }
  | { readonly kind: 'missing' }
  /** `reason` is the system's own word, e.g. `EACCES`. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export type FolderContent =
  | { readonly kind: 'folder'; readonly files: readonly string[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };
