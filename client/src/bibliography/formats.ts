import * as vscode from 'vscode';
import type { BibliographyFormat } from '../../../server/src/lsp/protocol.ts';

export interface Format {
  readonly name: BibliographyFormat;
  /** As people call it. */
  readonly label: string;
  readonly extensions: readonly [string, ...string[]];
  /** Who reads it. */
  readonly description: string;
}

export function formats(): readonly Format[] {
  return [
    {
      ...{ name: 'csl-json', label: 'CSL-JSON', extensions: ['json'] },
      description: vscode.l10n.t('for Pandoc, Quarto, Zettlr and Zotero'),
    },
    {
      ...{ name: 'csl-yaml', label: 'CSL-YAML', extensions: ['yaml', 'yml'] },
      description: vscode.l10n.t('for Pandoc and Quarto'),
    },
    {
      ...{ name: 'biblatex', label: 'BibLaTeX', extensions: ['bib'] },
      description: vscode.l10n.t('for LaTeX, Pandoc and most others'),
    },
    {
      ...{ name: 'ris', label: 'RIS', extensions: ['ris'] },
      description: vscode.l10n.t('for EndNote, NoteExpress and Zotero'),
    },
  ];
}
