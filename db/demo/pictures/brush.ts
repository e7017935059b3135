/** Flat shapes on a sheet of 176 × 132, the proportions of the design's photos. */
export function sheet(...shapes: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 176 132" width="1200" height="900">${shapes.join('')}</svg>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, round = 0): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
}

export function dot(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
}

export function oval(x: number, y: number, rx: number, ry: number, fill: string): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
}

export function line(path: string, stroke: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

export function shape(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}"/>`;
}

/** The same thing many times, `count` of it. */
export function row(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}

/** Light from one lamp. */
export function glow(x: number, y: number, reach: number): string {
  return (
    `<defs><radialGradient id="g" cx="${x}" cy="${y}" r="${reach}" gradientUnits="userSpaceOnUse">` +
    '<stop offset="0" stop-color="#FFF9E6" stop-opacity=".95"/><stop offset=".35" stop-color="#FFF0CC" stop-opacity=".4"/>' +
    '<stop offset="1" stop-color="#FFF0CC" stop-opacity="0"/></radialGradient></defs>' +
    box(0, 0, 176, 132, 'url(#g)')
  );
}
