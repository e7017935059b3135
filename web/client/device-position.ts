import type { DevicePosition } from '../../contract/wire.ts';

/**
 * What a browser counts positions in. The standard says WGS-84 (W3C Geolocation), and so do iOS, HarmonyOS and plain browsers. On Android the
 * browsers inside these apps hand on what the positioning service of their own house gives, and that service says GCJ-02 unless it is asked
 * otherwise: Tencent's in WeChat, QQ and the QQ browser, 高德 in Alipay, DingTalk and Taobao, Baidu's in the Baidu app.
 */
const shiftedOnAndroid = /MicroMessenger|MQQBrowser|TBS\/|\bQQ\/|AlipayClient|AliApp\(|DingTalk|baiduboxapp/i;

export function crsOf(userAgent: string): NonNullable<DevicePosition['crs']> {
  return /Android/i.test(userAgent) && shiftedOnAndroid.test(userAgent) ? 'gcj02' : 'wgs84';
}

export class GeolocationRefused extends Error {}

/** Where the device stands, in the system it counts in. */
export const devicePosition = () =>
  new Promise<DevicePosition>((resolve, reject) => {
    if (!navigator.geolocation) return reject(new GeolocationRefused());
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude, crs: crsOf(navigator.userAgent) }),
      () => reject(new GeolocationRefused()),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  });
