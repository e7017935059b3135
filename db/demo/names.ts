import type { Chance } from './chance.ts';

const surnames = [...'王李张刘陈杨赵黄周徐孙马朱胡郭林罗高梁谢唐许邓冯曹彭曾肖田董潘袁蔡蒋余杜叶程苏魏吕卢姜崔谭陆范'];
const givenNames = [
  ...['建国', '秀英', '桂芳', '志明', '玉梅', '海燕', '丽萍', '国强', '春华', '淑珍', '永福', '文博', '雅琴', '晓峰'],
  ...['金凤', '立群', '思源', '兰英', '德明', '小红', '振东', '月娥', '家豪', '美玲', '福生', '静怡', '长林', '彩霞'],
  ...['子涵', '学军', '凤英', '广平', '翠花', '浩然', '素芬', '宏伟', '巧云', '俊杰', '慧敏', '世昌', '红梅', '天佑'],
];

/** Names that nobody in the demonstration has yet; any likeness with living people is chance. */
export function inventNames(chance: Chance, taken: Iterable<string>): () => string {
  const used = new Set(taken);
  return () => {
    for (;;) {
      const name = chance.pick(surnames) + chance.pick(givenNames);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}
