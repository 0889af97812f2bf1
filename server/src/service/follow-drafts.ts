import type { Loader } from './loader.ts';
import type { WorkspaceDrafts } from './workspace-drafts.ts';

/** Has the drafts hear of what the loader hears of. */
export function followDrafts(loader: Loader, drafts: WorkspaceDrafts): Loader {
  return {
    ...loader,
    load: (roots) => {
      drafts.setRoots(roots);
      return loader.load(roots);
    },
    reload: () => {
      drafts.setRoots(loader.roots());
      return loader.reload();
    },
    fileChanged: (uri) => {
      drafts.fileChanged(uri);
      return loader.fileChanged(uri);
    },
    opened: (uri, text, language) => {
      drafts.opened(uri, text, language);
      loader.opened(uri, text, language);
    },
    closed: (uri) => {
      drafts.closed(uri);
      return loader.closed(uri);
    },
  };
}
