/** 138****1234: first three and last four; too short a number keeps its last two at most. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return '*'.repeat(Math.max(phone.length - 2, 0)) + phone.slice(-2);
  return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}

/** 张* for two characters, 张*丰 for longer ones; one character is kept as the surname it is. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const [first = '', second] = characters;
  if (second === undefined) return first;
  if (characters.length === 2) return `${first}*`;
  return `${first}${'*'.repeat(characters.length - 2)}${characters[characters.length - 1]}`;
}

/** 530***********1234: first three and last four; anything shorter than a number of the first generation (15) is hidden whole. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length < 15) return '*'.repeat(idNumber.length);
  return `${idNumber.slice(0, 3)}${'*'.repeat(idNumber.length - 7)}${idNumber.slice(-4)}`;
}
