import { box, dot, glow, line, oval, row, shape, sheet } from './brush.ts';

const sky = '#DDE5E4';
const grass = '#A9B8A6';
const asphalt = '#8F8C88';
const wall = '#E3D8C4';
const ink = '#57524C';

function house(x: number, fill = wall): string {
  return (
    box(x, 14, 60, 74, fill) +
    row(6, (n) => box(x + 8 + (n % 3) * 17, 24 + Math.floor(n / 3) * 28, 11, 15, '#B9C8CC', 1))
  );
}

export function road(after: boolean): string {
  const hole =
    oval(92, 104, 30, 11, '#6B6763') +
    oval(94, 106, 22, 7, '#4C4946') +
    line('M52 98 l14 5 M124 112 l16 5 M100 92 l6 -8', '#6B6763', 2);
  const patch = shape('M60 96 l62 -3 l6 20 l-70 3z', '#7D7A76');
  return sheet(
    box(0, 0, 176, 132, sky) + house(10) + house(104, '#DCCFB6'),
    box(0, 66, 176, 12, grass) + box(0, 76, 176, 56, asphalt) + box(0, 76, 176, 4, '#CFC4B0'),
    row(4, (n) => box(8 + n * 46, 86, 24, 2.5, '#EFE7D6')),
    after ? patch : hole,
  );
}

export function lamp(after: boolean): string {
  const [top, ground, dark] = after ? ['#4A5566', '#6E6A63', '#3A4250'] : ['#2B3038', '#2E2E2F', '#22262C'];
  return sheet(
    box(0, 0, 176, 132, top) + box(0, 96, 176, 36, ground),
    box(8, 40, 50, 58, dark) +
      row(4, (n) => box(15 + (n % 2) * 20, 50 + Math.floor(n / 2) * 22, 11, 13, after ? '#E8D9A8' : '#3B4048')),
    line('M112 108 V24 q0 -10 12 -10 h12', '#A39D96', 3.5) + box(130, 12, 18, 5, after ? '#FFF6DA' : '#5A5650', 2),
    after ? shape('M130 17 h18 l22 90 h-62z', '#FFF0CC55') + glow(139, 18, 90) : '',
  );
}

export function bench(after: boolean): string {
  const seat = [
    row(3, (n) => box(48, 74 + n * 6, 84, 4, '#B07B4A', 2)),
    row(2, (n) => box(48, 56 + n * 8, 84, 5, '#B07B4A', 2)),
    row(2, (n) => box(54 + n * 66, 54, 5, 52, ink) + box(50 + n * 66, 70, 4, 8, ink)),
  ].join('');
  const stump =
    box(60, 92, 22, 14, '#A39D96', 3) +
    line('M96 106 l30 -18 M100 96 l28 12', '#8C7A63', 5) +
    dot(118, 104, 3, '#6F6963');
  return sheet(
    box(0, 0, 176, 132, sky) + box(0, 62, 176, 70, grass) + box(0, 104, 176, 28, '#CFC4B0'),
    box(22, 30, 7, 50, '#7A5A42') +
      dot(25, 26, 22, '#7F9A7B') +
      dot(40, 34, 14, '#8DA689') +
      dot(150, 40, 18, '#8DA689') +
      box(147, 46, 6, 36, '#7A5A42'),
    after ? seat : stump,
  );
}

function bike(x: number, y: number, tilt: number, fill: string): string {
  const parts = [
    `<circle cx="0" cy="0" r="9" fill="none" stroke="${ink}" stroke-width="2.4"/>`,
    `<circle cx="27" cy="0" r="9" fill="none" stroke="${ink}" stroke-width="2.4"/>`,
    line('M0 0 L9 -14 L22 -14 L27 0 M9 -14 L14 0 L22 -14 M22 -14 L20 -20 h6 M7 -17 h6', fill, 2.6),
  ];
  return `<g transform="translate(${x} ${y}) rotate(${tilt})">${parts.join('')}</g>`;
}

export function bikes(after: boolean): string {
  const colours = ['#A8442F', '#2A5D98', '#1B6E46', '#855600'];
  const tidy = row(4, (n) => bike(24 + n * 35, 108, 0, colours[n] ?? ink));
  const heap =
    row(4, (n) => bike(34 + n * 26, 108 - (n % 2) * 12, [-34, 22, -58, 12][n] ?? 0, colours[n] ?? ink)) +
    bike(92, 84, 40, '#6F6963');
  const shed = shape('M8 58 L168 50 v7 L8 66z', '#A39D96') + box(16, 62, 4, 52, ink) + box(156, 56, 4, 58, ink);
  return sheet(
    box(0, 0, 176, 132, sky) + house(58, '#E9DFCB') + box(0, 88, 176, 44, '#C7BCA9'),
    after ? shed + tidy : heap,
  );
}

export function wire(after: boolean): string {
  const loose = line('M116 40 C120 70 96 78 98 108', '#A8442F', 2.2) + box(92, 106, 14, 6, '#F5F4F2', 2);
  const charger =
    box(132, 78, 16, 30, '#1B6E46', 2) +
    box(135, 82, 10, 7, '#EAF4EE', 1) +
    line('M132 96 C120 100 118 106 112 104', ink, 2);
  return sheet(
    box(0, 0, 176, 132, sky) + box(40, 0, 100, 96, wall),
    row(6, (n) => box(50 + (n % 3) * 30, 12 + Math.floor(n / 3) * 34, 18, 22, '#B9C8CC', 1)),
    box(0, 94, 176, 38, '#C7BCA9') + bike(70, 112, 0, '#2A5D98'),
    after ? charger : loose,
  );
}

function car(x: number, y: number, fill: string): string {
  const body = shape('M0 0 q2 -12 8 -14 l8 -10 q2 -2 6 -2 h22 q4 0 7 3 l9 10 q10 1 11 8 v8 h-71z', fill);
  const glass = shape('M18 -14 l6 -8 h9 v8z M36 -22 h8 l8 8 h-16z', '#C9D9DE');
  const wheels =
    dot(16, 3, 6.5, '#3A3834') + dot(54, 3, 6.5, '#3A3834') + dot(16, 3, 2.6, '#A39D96') + dot(54, 3, 2.6, '#A39D96');
  return `<g transform="translate(${x} ${y})">${body}${glass}${wheels}</g>`;
}

export function cars(after: boolean): string {
  const lane = shape('M34 132 L78 78 h24 L150 132z', '#D9B94A') + shape('M44 132 L82 82 h16 L138 132z', asphalt);
  const posts = row(2, (n) => box(28 + n * 112, 92, 5, 26, '#F5F4F2', 2) + box(28 + n * 112, 98, 5, 5, '#A8442F'));
  return sheet(
    box(0, 0, 176, 132, sky) + house(4) + house(112, '#DCCFB6') + box(0, 76, 176, 56, asphalt),
    lane,
    after ? posts : car(10, 96, '#6F7F8C') + car(92, 100, '#A8442F') + car(46, 120, '#E6E3DF'),
  );
}

export function rubbish(after: boolean): string {
  const colours = ['#2A5D98', '#1B6E46', '#57524C'];
  const bins = row(3, (n) => {
    const x = 40 + n * 34;
    const fill = colours[n] ?? ink;
    return shape(`M${x} 70 h28 l-3 42 h-22z`, fill) + box(x - 2, 64, 32, 7, fill, 2) + dot(x + 14, 88, 5, '#F5F4F2');
  });
  const bags = [
    oval(34, 110, 16, 12, '#3F3D3A') +
      oval(64, 116, 18, 11, '#57524C') +
      oval(104, 114, 17, 12, '#3F3D3A') +
      oval(140, 112, 15, 11, '#6F6963'),
    box(76, 104, 18, 12, '#C39A68') +
      dot(122, 121, 5, '#E8D9A8') +
      dot(48, 123, 4, '#F5F4F2') +
      oval(56, 62, 12, 9, '#3F3D3A') +
      oval(92, 60, 13, 9, '#57524C'),
  ].join('');
  return sheet(
    box(0, 0, 176, 132, wall) + box(0, 96, 176, 36, '#C7BCA9') + shape('M18 34 L158 26 v7 L18 42z', '#A39D96'),
    bins,
    after ? '' : bags,
  );
}

export function tree(after: boolean): string {
  const trunk = shape('M82 112 l3 -58 h8 l4 58z', '#7A5A42');
  const crown =
    dot(72, 44, 22, '#7F9A7B') + dot(100, 38, 24, '#8DA689') + dot(110, 58, 16, '#7F9A7B') + dot(62, 60, 15, '#8DA689');
  const trimmed = dot(78, 46, 17, '#8DA689') + dot(98, 42, 18, '#7F9A7B');
  const broken = line('M98 60 L150 38 M126 48 l10 -14 M136 44 l14 6', '#6B4E38', 4.5);
  return sheet(
    box(0, 0, 176, 132, sky) + box(0, 104, 176, 28, grass),
    line('M0 30 q88 16 176 4', '#3A3834', 1.6) + box(14, 8, 5, 100, '#A39D96') + box(158, 12, 5, 96, '#A39D96'),
    trunk + (after ? trimmed : crown + broken),
  );
}
