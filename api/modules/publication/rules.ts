const mobile = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g;
const landline = /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g;
const identity = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}\d{7}[\dXx](?!\d)|(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;

/** Numbers that belong to a person do not go out with words that do. */
export function withoutNumbers(text: string): string {
  return text
    .replace(identity, (number) => '*'.repeat(number.length))
    .replace(mobile, (number) => `${number.slice(0, 3)}****${number.slice(-2)}`)
    .replace(landline, (number) => `${number.slice(0, 4)}****`);
}
