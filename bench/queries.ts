/** What a person might type to find a passage of the shipped statements. */
export const queries: readonly string[] = [
  '不首先在外空部署武器',
  '延伸威慑',
  '上海精神 扩员',
  '巴勒斯坦 两国方案',
  '核战争打不赢也打不得',
  '人工智能 能力建设',
  '互信、互利、平等、协商',
  '四.3 文化',
  '军备控制是加强国际安全与稳的重要手段',
  '大熊猫',
];

/** Each query as it grows under the fingers. */
export const keystrokes: readonly string[] = queries.flatMap((query) => {
  const characters = [...query];
  return characters.map((_, i) => characters.slice(0, i + 1).join(''));
});
