import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { cellLine, cellText } from './cell-text.ts';

test.each([
  ['\r\n\t\t\t\r\n\t\t\t　　建言：修路。　　理由：难走\r\n\t\t', '建言：修路。\n理由：难走'],
  ['您好！\u00a0\u00a0\u00a0来信收悉', '您好！ 来信收悉'],
  ['<p>第一段</p><P class="a">第二&nbsp;段<br/>完</p>', '第一段\n\n第二 段\n完'],
  ['<span style="color:red">路灯</span><!--x--> 坏<script>alert(1)</script>了', '路灯 坏了'],
  ['《西地省实施<中华人民共和国城乡规划法>办法》', '《西地省实施<中华人民共和国城乡规划法>办法》'],
  ['类似<A市新图>的<B超>', '类似<A市新图>的<B超>'],
  ['宣传贯彻新&lt;会计法&gt; &amp; &#39;其他&#x27;', "宣传贯彻新<会计法> & '其他'"],
  ['http://a/b?x=1&isPre=2&amp;y', 'http://a/b?x=1&isPre=2&y'],
  ['&lt;b&gt;不是标记&lt;/b&gt;', '<b>不是标记</b>'],
  ['a_x000D_\nb', 'a\nb'],
  ['一\n\n\n\n二', '一\n\n二'],
  ['\ufeff零\u200b宽\u0007', '零宽'],
  ['……【标点】！', '……【标点】！'],
  [12.5, '12.5'],
  [null, ''],
])('%j is cleaned to %j', (cell, clean) => {
  expect(cellText(cell)).toBe(clean);
});

test('a line has no breaks', () => {
  expect(cellLine(' 请求\n 解决　　噪音\u200b ')).toBe('请求 解决 噪音');
});

test('cleaning twice changes nothing where no entity or markup was', () => {
  const pieces = [
    ' ',
    '\t',
    '\u00a0',
    '\u3000',
    '\n',
    '\r',
    '\r\n',
    '\u2028',
    '\u200b',
    '\ufeff',
    '\u0007',
    '楼',
    'a',
    '。',
    '😀',
  ];
  const cells = array(constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
  assert(property(cells, (cell) => cellText(cellText(cell)) === cellText(cell)));
  assert(property(cells, (cell) => /^$|^\S[^\t\r\u3000]*\S?$/u.test(cellText(cell))));
});

/** The longest a cell of Excel can be. */
const longest = 32_767;

test.each([' ', '\u3000 ', '<!--', '<script>', '&', '<a ', '<p'])('a cell full of %j is cleaned quickly', (piece) => {
  const used = process.cpuUsage();
  cellText(piece.repeat(longest / piece.length));
  expect(process.cpuUsage(used).user / 1000).toBeLessThan(500);
});
