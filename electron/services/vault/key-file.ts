import { replaceFile, type Disk, type DiskFile } from '../disk';

/** A file of lines that are appended and flushed, or replaced whole; a torn last line never counted. */
export class KeyFile {
  private file: DiskFile | undefined;
  private size = 0;

  constructor(
    private readonly disk: Disk,
    private readonly path: string,
  ) {}

  /** Its complete lines; '' where there is no file. */
  async read(): Promise<string> {
    const bytes = (await this.isThere()) ? await this.disk.read(this.path) : new Uint8Array();
    this.size = bytes.lastIndexOf(10) + 1;
    return Buffer.from(bytes.subarray(0, this.size)).toString('utf8');
  }

  /** Adds complete lines; they are on the disk when it returns. */
  async append(text: string): Promise<void> {
    if (this.file === undefined) {
      // A replacement that was answered with a failure may have taken place all the same.
      await this.read();
      this.file = await this.disk.open(this.path, (await this.isThere()) ? 'existing' : 'create');
    }
    const bytes = Buffer.from(text);
    await this.file.truncate(this.size);
    await this.file.write(this.size, bytes);
    await this.file.sync();
    this.size += bytes.length;
  }

  /** Puts other lines in the place of all. */
  async replace(text: string): Promise<void> {
    await this.close();
    await replaceFile(this.disk, this.path, Buffer.from(text));
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = undefined;
  }

  private async isThere(): Promise<boolean> {
    return (await this.disk.find(this.path)) !== undefined;
  }
}
