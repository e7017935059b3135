import { box, dot, glow, line, oval, row, shape, sheet } from './brush.ts';

interface Tones {
  wall: string;
  side: string;
  dado: string;
  floor: string;
  door: string;
  step: string;
  edge: string;
  rail: string;
}

const day: Tones = {
  ...{ wall: '#E9DFCB', side: '#DCCFB6', dado: '#A9B8A6', floor: '#B9AD9A' },
  ...{ door: '#7A5A42', step: '#A89C88', edge: '#CFC4B0', rail: '#5B4A3C' },
};
const night: Tones = {
  ...{ wall: '#3A3C3F', side: '#303235', dado: '#2C3230', floor: '#292A2B' },
  ...{ door: '#2A2422', step: '#2B2B2C', edge: '#3B3B3B', rail: '#1C1A19' },
};

function stairs({ wall, side, dado, floor, door, step, edge, rail }: Tones): string {
  return [
    box(0, 0, 176, 132, wall) + box(0, 0, 40, 132, side) + box(0, 76, 176, 56, dado) + box(0, 118, 176, 14, floor),
    box(8, 42, 24, 76, door),
    row(
      7,
      (n) =>
        box(52 + 17 * n, 118 - 10.5 * n, 134, 30 + 10.5 * n, step) + box(50.5 + 17 * n, 118 - 10.5 * n, 138, 3.2, edge),
    ),
    line('M50 92 L168 19', rail, 3.5),
    row(7, (n) => line(`M${56 + 17 * n} ${88 - 10.5 * n} v30`, rail, 1.3)),
    box(78, 0, 20, 5, rail),
  ].join('');
}

export function stairwell(after: boolean): string {
  if (after) return sheet(stairs(day), oval(88, 9, 13, 6.5, '#FFF6DA'), glow(88, 14, 120));
  return sheet(
    stairs(night),
    oval(88, 9, 13, 6.5, '#4C4D4E'),
    `<rect width="176" height="132" fill="#141518" opacity=".22"/>`,
  );
}

export function pipe(after: boolean): string {
  const wet = shape('M52 112 q30 -9 62 0 q26 9 40 4 l8 16 h-128 z', '#9DB3BF');
  const drops = row(4, (n) => shape(`M${84 + (n % 2) * 9} ${72 + n * 11} q-4 7 0 9 q4 -2 0 -9z`, '#7F9DAE'));
  const stain = shape('M64 62 q22 -10 46 2 q10 26 -4 56 h-38 q-12 -30 -4 -58z', '#D2C6AE');
  return sheet(
    box(0, 0, 176, 132, '#E9DFCB') + box(0, 108, 176, 24, '#BDB1A0'),
    after ? '' : stain,
    box(80, 0, 16, 120, '#A7A9A6', 3) + box(83, 0, 4, 120, '#BDBFBC'),
    box(74, 54, 28, 16, after ? '#8C6A3F' : '#7D7468', 3) + box(74, 54, 28, 4, after ? '#B58B55' : '#8F867A', 2),
    dot(80, 62, 2, '#5B4A3C') + dot(96, 62, 2, '#5B4A3C'),
    after ? '' : wet + drops,
  );
}

export function roof(after: boolean): string {
  const stain = oval(92, 22, 46, 15, '#CDBFA2') + oval(98, 24, 28, 9, '#B8A988');
  const drips = row(3, (n) => shape(`M${78 + n * 16} ${42 + (n % 2) * 10} q-4 8 0 10 q4 -2 0 -10z`, '#7F9DAE'));
  const basin = shape('M66 108 h52 l-7 16 h-38 z', '#7C93A3') + oval(92, 108, 26, 4, '#A9BECA');
  const bed =
    box(20, 92, 70, 12, '#F8F3E6', 3) + box(20, 102, 70, 18, '#C7B79B', 2) + box(24, 84, 22, 10, '#FFFBEF', 4);
  return sheet(
    box(0, 0, 176, 132, '#EFE7D6') + box(0, 0, 176, 38, after ? '#FAF5E9' : '#F1E9D8') + box(0, 38, 176, 2, '#D9CDB6'),
    box(0, 116, 176, 16, '#B9A88E') +
      box(116, 56, 40, 44, '#C9D9DE', 2) +
      line('M136 56 v44 M116 78 h40', '#F8F3E6', 2),
    after ? bed : stain + drips + basin,
  );
}

export function pile(after: boolean): string {
  const cartons = [
    box(46, 84, 40, 34, '#B98F5E') + box(46, 84, 40, 4, '#D0A877') + box(64, 84, 5, 34, '#A67C4C'),
    box(90, 92, 34, 26, '#C39A68') + box(104, 92, 5, 26, '#A67C4C'),
    box(56, 58, 34, 26, '#C8A070') + box(70, 58, 5, 26, '#A67C4C') + box(94, 70, 26, 22, '#AD8452'),
    line('M128 118 l10 -46 M136 118 l8 -46', '#6F6963', 3),
  ].join('');
  return sheet(
    box(0, 0, 176, 132, '#E9DFCB') + box(0, 78, 176, 54, '#A9B8A6') + box(0, 116, 176, 16, '#B9AD9A'),
    box(112, 34, 34, 46, '#A8442F', 2) + box(116, 38, 26, 38, '#C65B43', 1) + dot(138, 57, 2, '#F5E7D2'),
    box(10, 30, 34, 86, '#7A5A42', 2) + dot(38, 74, 2, '#D0B893'),
    after ? '' : cartons,
  );
}
