import type { Pause } from '../core/search/index/slices.ts';
import type { Files } from './files.ts';
import type { IndexStore } from './index-store.ts';
import type { Pandoc } from './pandoc.ts';
import type { Warn } from './warn.ts';
import type { WriteFile } from './write-file.ts';

/** What the service needs of the machine it runs on. */
export interface Machine {
  readonly files: Files;
  /** Lets others have their turn while much is being done; resolves when it is ours again. */
  readonly pause: Pause;
  /** Where the index is kept between two starts; `undefined` where it is not. Asked before files are read. */
  readonly indexStore?: () => IndexStore | undefined;
  /** The user's Pandoc, for CSL files; absent where no program may be started. */
  readonly pandoc?: Pandoc;
  /** Absent where nothing may be written. */
  readonly writeFile?: WriteFile;
  readonly warn?: Warn;
}
