import type { Draft } from './draft.ts';
import type { Source } from './source.ts';

/** The volume and the issue of a periodical or a series: `vol. 1833, no. 2`; 第1833卷第2期 in a Chinese draft. */
export function volumeOf({ volume, issue }: Source, { isHan, isRussian }: Draft): string {
  if (isHan)
    return (volume === undefined ? '' : `第${volume}卷`) + (issue === undefined ? '' : `第${issue}期`);
  const [volumeLabel, issueLabel] = isRussian ? ['т.', '№'] : ['vol.', 'no.'];
  return [
    volume === undefined ? '' : `${volumeLabel} ${volume}`,
    issue === undefined ? '' : `${issueLabel} ${issue}`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}
