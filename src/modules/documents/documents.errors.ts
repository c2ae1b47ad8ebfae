import { absent, invalid, refused, say } from '#libs/errors';

const MEGABYTE = 1_048_576;

export const noSuchDocument = () => absent('document_absent', say('没有找到该文件', 'There is no such file'));

export const documentTaken = (name: string) =>
  refused('document_taken', say('文件“{name}”已用于其他地方，请重新上传', 'The file "{name}" is in use elsewhere; please upload it again'), { name });

export const quotaUsedUp = (bytes: number) =>
  refused('quota_used_up', say('文件没有保存：您所在组织的文件总量将超过 {megabytes} MB。请压缩文件，或联系主办方', 'The file was not kept: the files of your organisation would exceed {megabytes} MB. Compress it, or ask the organiser'), { megabytes: Math.floor(bytes / MEGABYTE) });

export const noSuchUpload = () => absent('upload_absent', say('这次上传已结束或已过期，请重新选择文件', 'This upload has ended or expired; please choose the file again'));

export const partMisplaced = (received: number) =>
  refused('part_misplaced', say('文件片段不连续，已收到 {received} 字节', 'The part does not follow; {received} bytes have come'), { received });

export const uploadIncomplete = (received: number) =>
  refused('upload_incomplete', say('文件还没有传完，已收到 {received} 字节', 'The file has not come whole; {received} bytes have'), { received });

export const tooManyUploads = (most: number) =>
  refused('uploads_too_many', say('同时上传的文件不能超过 {most} 个，请等其中一些传完', 'At most {most} files can be on their way at once; wait until some have arrived'), { most });

export const uploadTooLarge = (bytes: number) =>
  invalid('file.too-large', say('文件超过{megabytes} MB的上限', 'The file is larger than the limit of {megabytes} MB'), { megabytes: Math.floor(bytes / MEGABYTE) });
