import type * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { childrenOf, parentOf, type NodeName } from '../tree/ancestry.ts';

/** The passages that were gone to or cited lately, newest first. */
export interface RecentPassages {
  add(passage: NodeName): void;
  /** As they stand in the corpus now; those that are gone are left out. */
  list(token: vscode.CancellationToken): Promise<readonly TreeNode[]>;
}

const STORE = 'recentPassages';
const LIMIT = 8;

export function createRecentPassages(store: vscode.Memento, corpus: Corpus): RecentPassages {
  const names = (): readonly NodeName[] => store.get<readonly NodeName[]>(STORE, []);
  return {
    add: ({ key, address }) => {
      const others = names().filter((name) => name.key !== key || name.address !== address);
      void store.update(STORE, [{ key, address }, ...others].slice(0, LIMIT));
    },
    list: async (token) => {
      const nodes = await Promise.all(names().map((name) => findNode(corpus, name, token)));
      return nodes.filter((node) => node !== undefined);
    },
  };
}

async function findNode(
  corpus: Corpus,
  { key, address }: NodeName,
  token: vscode.CancellationToken,
): Promise<TreeNode | undefined> {
  const siblings = await corpus.tree(childrenOf(parentOf({ key, address })), token);
  return siblings?.find((node) => node.key === key && node.address === address);
}
