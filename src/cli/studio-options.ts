/** What `studio` is told. */
export interface StudioOptions {
  readonly port: string;
  readonly open: boolean;
}
