// Written for the project: what Turkish customers type. Trains the language detector, nothing else.
export const turkish = `merhaba, siparişim nerede?
bu ürünü iade etmek istiyorum
kargom hâlâ gelmedi
teslimat ne kadar sürer?
yanlış beden göndermişsiniz
bir yetkiliyle görüşmek istiyorum
teslimat adresini değiştirebilir miyim?
indirim kodu çalışmıyor
iyi günler, bir sorum var
bunun mavisi var mı?
ödeme yaptım ama görünmüyor
siparişi iptal etmek istiyorum lütfen
iki haftadır bekliyorum, kimse cevap vermiyor
param ne zaman iade edilecek?
ürün kırık geldi
yardımınız için teşekkürler
rezalet, bir daha buradan almam
yurt dışına gönderiyor musunuz?
şifremi unuttum
faturayı gönderir misiniz?
ayakkabılar küçük geldi
yarın stokta olur mu?
neden iki kere para çekildi?
takip numarası nedir?
çok teşekkür ederim, iyi akşamlar
kurye evde kimse yok demiş
kartla ödeyebilir miyim?
kutuda bir parça eksik
başka rengi var mı?
bugün hava çok soğuk
sabah yedi için alarm kur
hafta sonu yağmur yağacak mı?
annemi aramayı hatırlat
açıkçası çok memnun kaldım
ben bunu sipariş etmedim
şimdi ne yapmam gerekiyor?
evet, tabii ki
hayır, böyle iyi
tamam o zaman sonra bakarız
umarım bayramdan önce gelir
telefonu açan yok
bahanelerinizden bıktık
bayıldım, çok güzel
ne kötü hizmet
uygulama sürekli kapanıyor
mağazadan alabilir miyim?
kardeşim de aynısından aldı
dün yazdım hâlâ ses yok
bağlantı açılmıyor
otuz gün sonra değişim olur mu?
kapı numarasını yazmayı unuttum
garantisi var mı?
bir şey değil, sadece soruyorum
tamamdır, süper
yıl sonunda indirim olacak mı?
düşündüğümden daha büyük
hesabımda bir hata var galiba
böyle bir şey görmedim
görüşürüz
bir de çorap eklemek istiyorum
bu akşam dört kişilik masa ayırt
seksenlerden müzik çal
pazartesiden nefret ediyorum
doğum günün kutlu olsun
fiyatını bilen var mı?
siparisim nerede kaldi
kargo ne zaman gelir acaba`
