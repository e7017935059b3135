/**
 * Words that leave no doubt that somebody is in danger, by the number to call before anything is written; simplified Chinese and English.
 * The phone shows them their number while they are typed, and the case is marked by them.
 */
export const dangerWords = {
  '119': [
    ...['着火', '起火', '火灾', '失火', '冒烟', '焦味', '爆炸', '漏气', '煤气味'],
    ...['on fire', 'burning', 'smoke', 'explosion', 'smell of gas', 'gas leak'],
  ],
  '120': [
    ...['昏倒', '晕倒', '不省人事', '没有呼吸', '流血不止', '中毒', '触电'],
    ...['unconscious', 'collapsed', 'not breathing', 'bleeding', 'poisoned', 'electric shock'],
  ],
  '110': [
    ...['打人', '动刀', '抢劫', '跳楼', '轻生', '走失', '撬门'],
    ...['attacked', 'knife', 'robbery', 'suicide', 'missing child', 'break-in'],
  ],
} as const;
