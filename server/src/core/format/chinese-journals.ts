import { chineseJournal } from './chinese-journal.ts';

/**
 * Journals of international relations: the rules of 《世界经济与政治》 (引文注释规范), which others share. A newspaper
 * as 载《人民日报》，2022年2月5日，第2版; a later note names author and title alone; an address with the day on which it
 * was opened. There is no 同上.
 */
export const INTERNATIONAL_RELATIONS = chineseJournal({
  ...{ isIn: true, beforeDate: '，', afterAuthor: '，', mostNames: 2, isLaw: false },
  accessed: ['访问时间：', ''],
});

/**
 * Journals of history and social science: the rules of 《中国社会科学》 and 《历史研究》 (关于引文注释的规定). A newspaper
 * as 《人民日报》2022年2月5日，第2版, without 载; a later note names author and title alone. There is no 同上.
 */
export const HISTORY = chineseJournal({
  ...{ isIn: false, beforeDate: '', afterAuthor: '：', mostNames: 3, isLaw: false },
});

/**
 * Law journals: 《法学引注手册》. A newspaper as 载《人民日报》2022年2月5日，第2版; right after a note on the same 同上注;
 * later 同前注〔3〕, whose number is left out where nobody knows it.
 */
export const LAW = chineseJournal({
  ...{ isIn: true, beforeDate: '', afterAuthor: '：', mostNames: 3, isLaw: true },
  accessed: ['', '访问'],
});
