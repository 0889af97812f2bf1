import { composeLink, linkLabel } from '../core/citation/compose-link.ts';
import { findPinciteLinks } from '../core/citation/links.ts';
import type { Cited } from '../core/format/cited.ts';
import { isChinese } from '../core/script.ts';
import type { Span } from '../core/span.ts';
import { parenthesesIn, type Parentheses } from './change-form-parentheses.ts';
import { comparable } from './change-form-text.ts';
import type { Use } from './change-form-use.ts';
import { isAfter, isBefore } from './change-form-words.ts';
import type { Draft } from './draft.ts';
import { draftLanguage } from './draft-language.ts';
import { isInFootnote } from './footnotes.ts';
import type { Library } from './library.ts';
import { resolveLink } from './resolve-link.ts';

/** The links of a draft to passages that exist; those between parentheses that hold nothing else, as one citation. */
export function linkUses(library: Library, draft: Draft): Use[] {
  const links = findPinciteLinks(draft.markdown).flatMap((link) => {
    const label = labelOf(draft.text.slice(link.span.start, link.span.end));
    const resolved = label === undefined ? undefined : resolveLink(library, draft.uri, link);
    const [passage] = resolved?.passages ?? [];
    if (label === undefined || resolved?.statement === undefined || passage === undefined) return [];
    const cited: Cited = { statement: resolved.statement, address: passage.address };
    return [{ span: link.span, cited, label, isOwn: label === '' || isOurs(label, cited, draft) }];
  });
  const taken = new Set<(typeof links)[number]>();
  const grouped = parenthesesIn(draft).flatMap((parentheses): Use[] => {
    const inside = links.filter(({ span, isOwn }) => isOwn && contains(parentheses.inner, span));
    const cited =
      inside.length === 0 || inside.some((link) => taken.has(link))
        ? undefined
        : listed(draft.text, parentheses, inside);
    if (cited === undefined) return [];
    for (const link of inside) taken.add(link);
    return [
      {
        form: 'link',
        span: parentheses.span,
        cited,
        isTextual: false,
        isInFootnote: isInFootnote(draft, parentheses.span.start),
      },
    ];
  });
  const alone = links
    .filter((link) => !taken.has(link))
    .map(({ span, cited, label, isOwn }): Use => ({
      ...{
        form: 'link',
        span,
        cited: [cited],
        isTextual: true,
        isInFootnote: isInFootnote(draft, span.start),
      },
      ...(isOwn ? {} : { words: label }),
    }));
  return [...grouped, ...alone];
}

/** `undefined` for images, references and definitions; empty for a bare target. */
function labelOf(link: string): string | undefined {
  if (/^<?pincite:/iu.test(link)) return '';
  if (!link.startsWith('[') || !link.endsWith(')')) return undefined;
  const end = link.lastIndexOf('](');
  return end < 0 ? undefined : link.slice(1, end);
}

/** True for a label that says title and locator as ours do, in one of the languages that we write. */
function isOurs(label: string, cited: Cited, draft: Draft): boolean {
  return [draftLanguage(draft) ?? cited.statement.metadata.language, 'zh-CN', 'en', 'ru'].some(
    (language) => comparable(linkLabel(cited, language)) === comparable(label),
  );
}

/** The links of a parenthesis that holds nothing but what introduces them and what parts them. */
function listed(
  text: string,
  { inner }: Parentheses,
  links: readonly { readonly span: Span; readonly cited: Cited }[],
): Cited[] | undefined {
  const cited: Cited[] = [];
  let at = inner.start;
  for (const link of links) {
    const between = text.slice(at, link.span.start);
    const parts = cited.length === 0 ? ['', between] : /^([^；;]*)[；;]([^；;]*)$/u.exec(between)?.slice(1);
    if (parts === undefined) return undefined;
    const [behind = '', before = ''] = parts;
    if (!addSuffix(cited, behind) || (before.trim() !== '' && !isBefore(before))) return undefined;
    cited.push({ ...link.cited, ...(before.trim() === '' ? {} : { prefix: before.trim() }) });
    at = link.span.end;
  }
  return addSuffix(cited, text.slice(at, inner.end)) ? cited : undefined;
}

function addSuffix(cited: Cited[], words: string): boolean {
  if (words.trim() === '') return true;
  const last = cited.pop();
  if (last === undefined || !isAfter(words)) return false;
  cited.push({ ...last, suffix: words.trimEnd() });
  return true;
}

function contains(outer: Span, { start, end }: Span): boolean {
  return outer.start <= start && end <= outer.end;
}

/** Citations as links, between parentheses unless one is a part of the sentence. `undefined` if a place has no address. */
export function linkText(cited: readonly Cited[], isTextual: boolean, language: string): string | undefined {
  if (cited.some(({ locatorText = '' }) => locatorText !== '')) return undefined;
  const [first, ...others] = cited;
  if (first === undefined) return undefined;
  if (isTextual) {
    const isBare = others.length === 0 && (first.prefix ?? '') === '' && (first.suffix ?? '') === '';
    return isBare ? composeLink(first, language) : undefined;
  }
  const isHan = isChinese(language);
  const [open, close, between] = isHan ? ['（', '）', '；'] : ['(', ')', '; '];
  const links = cited.map((each) => {
    const { prefix = '', suffix = '' } = each;
    const gap = prefix === '' || /\p{Script=Han}$/u.test(prefix) ? '' : ' ';
    const comma = suffix === '' || /^[\s,，;；:：、.。)）(（]/u.test(suffix) ? '' : isHan ? '，' : ', ';
    return prefix + gap + composeLink(each, language) + comma + suffix;
  });
  return open + links.join(between) + close;
}
