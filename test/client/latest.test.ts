import { describe, expect, test } from 'vitest';
import { askLatest } from '../../client/src/picker/latest.ts';

/** A server that answers when it is told to, and what was asked of it and shown of its answers. */
function server() {
  const asked: string[] = [];
  const cancelled: string[] = [];
  const shown: (string | undefined)[] = [];
  const open: { resolve(answer: string): void; reject(error: Error): void }[] = [];
  const latest = askLatest<string>(
    (text) => {
      asked.push(text);
      const answer = new Promise<string>((resolve, reject) => open.push({ resolve, reject }));
      return { answer, cancel: () => cancelled.push(text) };
    },
    (answer) => shown.push(answer),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ asked, cancelled, shown },
    type: (...texts: string[]) => {
      for (const text of texts) latest.ask(text);
    },
    stop: () => {
      latest.stop();
    },
    answer: async () => {
      open.shift()?.resolve(`found for ${asked.at(-1) ?? ''}`);
      await settle();
    },
    fail: async () => {
      open.shift()?.reject(new Error('no connection'));
      await settle();
    },
  };
}

describe('questions about what is being typed', () => {
  test('are asked at once when none is under way', async () => {
    const { asked, shown, type, answer } = server();
    type('战');
    expect(asked).toEqual(['战']);
    await answer();
    expect(shown).toEqual(['found for 战']);
    type('战略');
    expect(asked).toEqual(['战', '战略']);
  });

  test('wait for the one under way; then the latest is asked, and those between never are', async () => {
    const { asked, type, answer } = server();
    type('战', '战略', '战略稳', '战略稳定');
    expect(asked).toEqual(['战']);
    await answer();
    expect(asked).toEqual(['战', '战略稳定']);
    await answer();
    expect(asked).toHaveLength(2);
  });

  test('are cancelled once the text is another, and their answers are dropped', async () => {
    const { cancelled, shown, type, answer } = server();
    type('战', '战略');
    expect(cancelled).toEqual(['战']);
    await answer();
    expect(shown).toEqual([]);
    await answer();
    expect(shown).toEqual(['found for 战略']);
  });

  test('are asked anew where the text has become another and the same again', async () => {
    const { asked, shown, type, answer } = server();
    type('战', '战略', '战');
    await answer();
    expect(shown).toEqual([]);
    await answer();
    expect(asked).toEqual(['战', '战']);
    expect(shown).toEqual(['found for 战']);
  });

  test('go on after one that failed', async () => {
    const { shown, type, answer, fail } = server();
    type('战');
    await fail();
    type('战略', '战略稳');
    await fail();
    await answer();
    expect(shown).toEqual([undefined, 'found for 战略稳']);
  });

  test('are not answered after the end', async () => {
    const { asked, cancelled, shown, type, stop, answer } = server();
    type('战', '战略');
    stop();
    await answer();
    expect(asked).toEqual(['战']);
    expect(cancelled).toContain('战');
    expect(shown).toEqual([]);
  });
});
