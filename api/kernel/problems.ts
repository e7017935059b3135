import type { ProblemTable } from './problem.ts';

/** Failures that belong to no module. */
export const kernelProblems = {
  'request.invalid': {
    status: 400,
    'zh-Hans': '有几处没有填对，请看每一处的说明。',
    en: 'Some fields are not right; see the note at each.',
  },
  'request.unreadable': { status: 400, 'zh-Hans': '发来的内容读不出来。', en: 'The request could not be read.' },
  'request.unauthenticated': { status: 401, 'zh-Hans': '请先登录。', en: 'Please sign in first.' },
  'request.forbidden': { status: 403, 'zh-Hans': '您的身份不能做这件事。', en: 'Your role does not allow this.' },
  'request.foreign_origin': {
    status: 403,
    'zh-Hans': '这个请求来自别的网站，没有执行。',
    en: 'This request came from another site and was not carried out.',
  },
  'request.not_found': { status: 404, 'zh-Hans': '没有找到，或您不能查看。', en: 'Not found, or not yours to see.' },
  'request.too_large': { status: 413, 'zh-Hans': '发来的内容太大。', en: 'The request is too large.' },
  'request.unsupported_media_type': { status: 415, 'zh-Hans': '不认识这种格式。', en: 'This format is not supported.' },
  'request.bad_cursor': {
    status: 400,
    'zh-Hans': '翻页的位置不对，请从头看起。',
    en: 'The page position is not valid; start from the beginning.',
  },
  'request.rate_limited': {
    status: 429,
    'zh-Hans': '请求太频繁，请过 {seconds} 秒再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'request.precondition_required': {
    status: 428,
    'zh-Hans': '修改前要先读到最新的内容（缺 If-Match）。',
    en: 'Read the latest version first (If-Match is missing).',
  },
  'request.precondition_failed': {
    status: 412,
    'zh-Hans': '别人刚刚改过，请看过最新内容再改。',
    en: 'Somebody changed this meanwhile; look at the latest version first.',
  },
  'request.key_in_flight': {
    status: 409,
    'zh-Hans': '同一个请求还在处理，请稍等。',
    en: 'The same request is still being handled; please wait.',
  },
  'request.key_reused': {
    status: 422,
    'zh-Hans': '同一个请求编号不能用于不同的内容。',
    en: 'The same idempotency key was used for another body.',
  },
  'file.missing': { status: 400, 'zh-Hans': '没有收到照片。', en: 'No photo was received.' },
  'file.unsupported_type': {
    status: 415,
    'zh-Hans': '只能传照片（JPEG、PNG、WebP）。',
    en: 'Only photos can be sent (JPEG, PNG, WebP).',
  },
  'file.too_large': {
    status: 413,
    'zh-Hans': '照片太大，一张不能超过 20 MB。',
    en: 'The photo is too large; 20 MB at most.',
  },
  'file.too_many_pixels': { status: 413, 'zh-Hans': '照片的尺寸太大。', en: 'The photo has too many pixels.' },
  'file.broken': {
    status: 422,
    'zh-Hans': '这张照片打不开，请换一张。',
    en: 'This photo cannot be opened; try another.',
  },
  'server.failed': {
    status: 500,
    'zh-Hans': '出了点问题，我们已经记下。请再试一次。',
    en: 'Something went wrong and was recorded. Please try again.',
  },
  'server.database_away': {
    status: 503,
    'zh-Hans': '暂时连不上数据库，请稍后再试。',
    en: 'The database cannot be reached; please try again shortly.',
  },
  'server.disk_full': {
    status: 507,
    'zh-Hans': '服务器空间不足，暂时不能保存。',
    en: 'The server is out of space and cannot save now.',
  },
  'server.busy': {
    status: 503,
    'zh-Hans': '现在太忙，请稍后再试。',
    en: 'Too busy right now; please try again shortly.',
  },
  'server.stopping': {
    status: 503,
    'zh-Hans': '服务正在重启，请稍后再试。',
    en: 'The service is restarting; please try again shortly.',
  },
} as const satisfies ProblemTable;
