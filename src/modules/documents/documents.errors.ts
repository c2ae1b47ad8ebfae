import { absent, refused, say } from '#libs/errors';

export const noSuchDocument = () => absent('document_absent', say('没有找到该文件', 'There is no such file'));

export const documentTaken = (name: string) =>
  refused('document_taken', say('文件“{name}”已用于其他地方，请重新上传', 'The file "{name}" is in use elsewhere; please upload it again'), { name });
