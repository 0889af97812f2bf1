import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import type { Disposable } from '../disposable.ts';
import { childrenOf, idOf, parentOf, type NodeName } from './ancestry.ts';

const ICONS = {
  statement: new vscode.ThemeIcon('book'),
  section: new vscode.ThemeIcon('list-unordered'),
  paragraph: new vscode.ThemeIcon('quote'),
} satisfies Record<TreeNode['kind'], vscode.ThemeIcon>;

/** Statements, sections, paragraphs, each asked for when it is first seen. */
export interface TreeModel extends vscode.TreeDataProvider<TreeNode>, Disposable {
  getParent(node: TreeNode): Promise<TreeNode | undefined>;
}

export function createTreeModel(corpus: Corpus): TreeModel {
  const changed = new vscode.EventEmitter<undefined>();
  const known = new Map<string, TreeNode>();
  const listener = corpus.onDidChange(() => {
    known.clear();
    changed.fire(undefined);
  });

  const children = async (parent: NodeName | undefined): Promise<readonly TreeNode[]> => {
    const nodes = (await corpus.tree(childrenOf(parent))) ?? [];
    for (const node of nodes) known.set(idOf(node), node);
    return nodes;
  };
  const find = async (name: NodeName): Promise<TreeNode | undefined> => {
    const node = known.get(idOf(name));
    if (node) return node;
    return (await children(parentOf(name))).find(
      ({ key, address }) => key === name.key && address === name.address,
    );
  };
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: async (node) => [...(await children(node))],
    getParent: (node) => {
      const parent = parentOf(node);
      return parent ? find(parent) : Promise.resolve(undefined);
    },
    dispose: () => {
      listener.dispose();
      changed.dispose();
    },
  };
}

function treeItem(node: TreeNode): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const [label, description] = words(node);
  const item = new vscode.TreeItem(label, node.hasChildren ? Collapsed : None);
  item.id = idOf(node);
  item.description = description;
  item.tooltip = new vscode.MarkdownString(node.tooltip);
  item.iconPath = ICONS[node.kind];
  item.contextValue = node.isWitnessed ? `${node.kind} witnessed` : node.kind;
  item.command = { command: 'pincite.open', title: vscode.l10n.t('Open'), arguments: [node] };
  return item;
}

/** Titles end alike, and a side bar cuts them there: the date comes first. */
function words({ kind, label, description }: TreeNode): [label: string, description: string] {
  const date = kind === 'statement' && /^\d{4}(?:-\d\d){0,2}/.exec(description)?.[0];
  return date
    ? [`${date} ${label}`, description.slice(date.length).replace(/^ · /, '')]
    : [label, description];
}
