// The words each Latin language is full of, and those of neighbours we must not mistake for one of ours.

/** Written by hand; lower case with their marks. */
export const FREQUENT: Readonly<Record<string, string>> = {
  en: `the be to of and a in that have i it for not on with he as you do at this but his by from they we say her she or an will
  am i'm i'd i've id speak speaking perhaps maybe confirmed confirm yeah yep nah cool awesome fine much many long far soon late early
  refund return exchange cancel order orders delivery delivered shipping shipped package parcel arrived arrive size shoes shirt money
  payment paid charge charged broken damaged wrong address account password coupon discount invoice warranty stock price cheap help
  support agent human speak someone received receive item items product store shop buy bought check status number track tracking
  my one all would there their what so up out if about who get which go me when make can like time no just him know take people
  into year your good some could them see other than then now look only come its over think also back after use two how our
  work first well way even new want because any these give day most us is are was were been has had did does don't isn't can't
  i'm it's you're thanks please hi hello hey here why where more very really need still got should tell let show me movie alarm
  weather tomorrow today tonight add play find remind book hot cold rain set reminder order lol omg wow love happy great night
  where's that's there's let's every anything something someone everyone never always again around last next week
  month year yes nope okay sure sorry sir guys thing things man right left high low change cancel delete remove turn
  off tell near local restaurant star stars song music list rate book view find`,
  es: `el la de que y a en un ser se no haber por con su para como estar tener le lo todo pero más hacer o poder decir este ir otro
  ese si me ya ver porque dar cuando él muy sin vez mucho saber qué sobre mi alguno mismo yo también hasta año dos querer entre
  así primero desde grande eso ni nos llegar pasar tiempo ella sí día uno bien poco deber entonces poner cosa tanto hombre parecer
  nuestro tan donde ahora parte después vida quedar siempre creer hablar llevar dejar nada cada seguir menos nuevo encontrar es son
  está están fue era hay los las una unos unas del al te tu tus mis sus hoy mañana ayer aquí gracias hola quiero tengo tiene puede
  esta estos estas ser soy eres somos he ha han jaja jajaja gente mejor peor feliz noche buenos días por favor pedido os esto quien
  será sería pasa pasó dijo dice vamos vas voy va ven dame quieres quieren quiere puedo pueden tengo tienes tienen
  hecho visto amigo amigos casa trabajo mundo gran misma mismo otra otras otros alguien gracias verdad igual luego
  todavía aunque nadie ninguno ayuda ganas besos abrazo buena`,
  fr: `le la les de des du un une et être avoir que qui à en il elle je tu nous vous ils elles ne pas pour dans ce cette ces sur se
  son sa ses par plus avec tout faire mon ma mes au aux mais ou où comme si leur leurs y dire on voir aller bien même sans deux aussi
  autre temps très savoir quand rien encore peu vouloir jour fois après notre votre nos vos était sont est suis es sommes êtes ont
  ai as a avait fait c'est j'ai n'est d'un d'une qu'il l'on quel quelle quoi pourquoi comment ça cela ici demain hier aujourd'hui
  merci bonjour salut oui non jamais toujours trop alors donc parce moi toi lui eux chez entre avant depuis sous vers peut
  veux dois faut soir matin semaine météo heures mdr france français rappelle rappel demande nouveau
  faire veut peux pouvez voulez allez vais va vont aller avons sera serait étaient toute tous toutes chaque plusieurs
  pendant contre selon ainsi afin surtout plutôt près loin grand grande petit petite bon bonne nouveau nouvelle monde
  vie gens homme femme pays année ans mois prix vidéo via énergie climat gouvernement loi projet entreprise monsieur
  madame svp stp voilà ben ouais mdrr j'aime t'es c'était qu'on s'est l'a d'accord météo pluie réveil alarme ajoute
  ajouter joue jouer liste lecture chanson trouve cherche annule supprime`,
  de: `der die das und sein in ein zu haben ich werden sie von nicht mit es sich auch auf für an er so dass können dies als ihr ja wie
  bei oder wir aber dann man da noch nach was also aus all wenn nur müssen sagen um über machen kein jahr du mein schon vor durch
  geben mehr andere viel kommen jetzt sollen mir wollen ganz mich immer gehen sehr hier doch bis groß wieder zwei gut wissen neu
  sehen lassen uns weil unter denn stehen ist sind war waren bin bist hat habe hast wird wurde werde einen einem einer eine eines den
  dem des im am zum zur vom beim ins kann will muss soll mal nix heute morgen gestern danke bitte hallo warum wo wann wer welche
  diese dieser dieses nein alle alles etwas nichts euch euer dich dir meine deine unser deren wetter uhr erinnere erinnerung stelle
  zeig zeige füge hinzu spiel finde tag nacht woche gerade eigentlich leider endlich
  wäre hätte könnte sollte würde möchte brauche brauchen gibt geht ging macht machst kommt kam weiß einfach eben halt
  mehr weniger genau schön schöne schöner neue neuen neuer guten gute ersten viele vielen mich selbst jetzt später
  bald damit dafür darauf davon während gegen ohne zwischen seit jeder jede jedes keine keinen liebe lieber leute
  welt zeit jahre uhr deutschland füge spiele lösche lege bewerte reserviere erinnerungen alarme`,
  pt: `o a os as de que e do da dos das em um uma para é com não por mais se no na nos nas como mas foi ao ele ela eles elas tem à seu
  sua ou ser quando muito há já está eu também só pelo pela até isso entre era depois sem mesmo aos ter seus quem me esse essa este
  esta você vocês meu minha meus minhas te nem suas às numa num são estou estava tinha fui vai vou vamos tá tô né pra pro cara gente
  aqui ali hoje amanhã ontem agora sempre nunca nada tudo todo toda bem bom boa dia noite obrigado obrigada oi olá quero pode posso
  fazer dizer ver dar ir lá porque qual onde quanto ainda assim então deus amor kkk kkkk haha melhor pior vida ano casa mal
  coisa sobre desse dessa deste nesse nessa tão uns umas sei acho fica ficar tava eh vc tbm mto hj
  fala falar faz feito fez deu dei dá ficou saber quero queria podem pode pessoas pessoa mundo todos todas outro
  outra outros mesma nova novo grande primeiro primeira mulher homem filho filha mãe pai amigo amiga amo adoro odeio
  chato chata lindo linda programa hora horas semana mês anos demais pouco cadê porra puta merda nossa uai aí daí
  então esses essas aquele aquela isto aquilo deixa comer prato cozinha assistir assistindo`,
  it: `il lo la i gli le di a da in con su per tra fra un uno una e che non è sono si come io tu lui lei noi voi loro mi ti ci vi ma anche
  se del dello della dei degli delle al allo alla ai agli alle dal dalla dai nel nella nei nelle sul sulla questo questa questi
  queste quello quella cosa chi cui dove quando perché quanto più molto poco tutto tutti tutta niente nulla ancora già sempre mai
  ora adesso oggi domani ieri qui qua là bene male buono grande nuovo essere avere fare dire andare potere volere dovere stare ho hai
  ha abbiamo avete hanno era ero stato fatto può posso puoi voglio vuole devo deve sta sto fa va grazie ciao prego sì no così poi
  solo senza dopo prima mio mia miei tuo tua suo sua nostro vostro ne proprio quindi però invece anni vita giorno sera notte
  governo scuola buona c'è dell'anno l'ho un'altra ricordami mostra aggiungi alla playlist sveglia tempo promemoria
  fatto detto visto stanno facendo vado vai vanno fanno sarà sarebbe sarebbero altro altra altri altre ogni qualche
  nessuno qualcuno mondo gente amico amici casa lavoro scuola paese italia prima ultimo ultima nuova nuovi grandi
  stesso stessa insieme forse magari davvero veramente allora comunque cmq nn ke xké xk tipo roba cazzo aggiungere
  aggiungi riproduci trova dammi cancella imposta mostrami sveglie piove meteo`,
  vi: `và của là có không được trong cho một những với các người này đã để khi đến ra từ như cũng về vào nhiều lại sẽ đó còn thì mà ở anh
  em chị bạn mình tôi shop ơi ạ nhé vậy rồi chưa nào gì sao ai đâu bao giờ lâu hàng đơn mua bán tiền giá trả gửi nhận giao đổi size
  màu đẹp xấu tốt tệ quá lắm rất hơi hôm nay mai qua ngày tháng năm tuần giờ phút cái chiếc con việc nhà nước đi làm ăn uống xem nghe
  nói biết muốn cần phải nên hay hoặc nếu vì nhưng đang chỉ cùng theo trên dưới trước sau giữa khác mới cũ lớn nhỏ cảm ơn xin chào
  khong duoc cua minh ban nguoi nhung muon hang don gui nhan tra tien dang chua roi vay nhe oi sao gi the nay cho voi nao
  hỏi tìm mở đóng thích yêu ghét vui buồn đúng sai đủ thiếu hết luôn ngay thôi nha nhe nhỉ hả à ừ dạ vâng quý khách
  đặt huỷ hủy thanh toán kiểm tra giúp bên phí`,
  id: `yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih sudah atau saat oleh
  sebagai telah aku kamu dia kami kita anda apa siapa mana kapan kenapa mengapa bagaimana berapa adalah jadi bukan jangan belum masih
  lagi saja sangat sekali banget nggak gak ga enggak tak tapi tetapi kalau jika hanya seperti setelah sebelum hari besok kemarin
  sekarang nanti tadi malam pagi siang sore jam minggu bulan tahun orang rumah teman anak ibu bapak kak gan sis min bro dong sih deh
  kok nih ya iya tolong mohon terima kasih halo selamat mau ingin minta beli bayar kirim barang pesanan harga uang toko gimana udah
  aja gue lo lu buat sama kayak semua banyak sedikit baru lama besar kecil bagus jelek ingatkan setel tambahkan putar tampilkan
  cuaca hujan alarm pengingat temukan lagu tempat hapus batalkan tunjukkan restoran pukul depan ubah apakah
  dapat kata katanya punya cari bikin pakai dikirim diterima dibatalkan sampai pun para oleh karena itu begitu begini
  nama hal cara masih selalu pernah semoga kayaknya soalnya padahal daripada tentang terhadap antara selama`,
  tr: `bir ve bu da de için ne o ile çok daha gibi var ben sen biz siz onlar mi mı mu mü değil ama en kadar sonra olan olarak her şey
  yok ya ki diye ise bana sana ona bize size beni seni onu bunu şunu şu nasıl neden niye nerede ne zaman kim hangi kaç hiç hep
  şimdi bugün yarın dün akşam sabah gece gün hafta ay yıl saat iyi kötü güzel büyük küçük yeni eski olur oldu olacak oluyor olsun
  olmak etmek yapmak istiyorum lazım gerek lütfen teşekkürler merhaba selam evet hayır tamam abi hocam acaba benim senin onun bizim
  sizin kendi aynı başka bütün tüm bazı önce içinde üzerinde göre karşı doğru hava yağmur alarm hatırlat hatırlatıcı ekle çal bul göster
  kur iptal et ayarla restoran film nedir misin mısın musun müsün misiniz siparis kargo guzel cok icin degil
  kapat aç bütün hatırlatma hatırlatıcıları alarmı alarmları alarmımı dakika saatte saati sabahı akşamı günü yarınki
  bugünkü haftaya ayın yılın kişilik yer ayır rezervasyon lokanta puan ver yıldız albüm şarkı listesi listeme çalma
  müzik filmi filmini sinema sinemada hava durumu sıcak soğuk derece yağacak olsa iste isterim istemiyorum yapar
  yaptı yapıyor geldi gelecek gitti gidiyor gel git var mıdır kadarını bence işte yani aslında hemen belki çünkü eğer
  hangisi neresi nereye nereden kimin kime
  Ankara'da Ankara'ya İzmir'den İzmir'e Ahmet'in Ayşe'nin Ayşe'yi Bursa'nın Kadıköy'ün Mehmet'i Türkiye'de Almanya'dan
  Trendyol'un Instagram'da Instagram'dan Whatsapp'tan Spotify'da Beşiktaş'ta Samsun'un Van'ın Konya'yı Netflix'te Ordu'nun
  Üsküdar'ı Atatürk'ün Arçelik'in Sirkeci'ye`,
}

/** Languages outside our list, one text each: what reads like these is "unknown" rather than the nearest of ours. */
export const NEIGHBOURS: Readonly<Record<string, string>> = {
  nl: `de het een en van ik te dat die in is je niet op aan met als voor zijn er maar om hem dan zou of wat mijn men dit zo door over ze
  zich bij ook tot mij uit der daar haar naar heb hoe heeft hebben deze want nog zal zij nu geen omdat iets worden toch al waren veel
  meer doen moet ben zonder kan hun dus alles onder ja eens hier wie werd altijd wordt kunnen ons zelf tegen na wil kon niets iemand
  bestelling waar wanneer goedemorgen bedankt graag hoeveel morgen vandaag zet herinner weer wekker alsjeblieft zoek voeg toe speel`,
  sv: `och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan man när år säger hon under
  också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in blir upp
  vad få två vill ha många hur mer går sverige kronor detta nya procent skall hade mig dig hej tack beställning imorgon väckarklocka`,
  da: `og i at det er en til på som af for med de den der har ikke et han var jeg sig fra vi kan om men så når hun eller skal også efter
  blev nu sin ved over ud få hvad være mig dig hej tak bestilling i morgen hvor hvornår mange alle meget vil noget ind min mit mine
  vækkeur påmindelse vejret regne find tilføj spil afspil sæt vis hvordan hvilke klokken aften dag uge bliver skulle ville gå`,
  no: `og i det som er en på til for av at har med de ikke den han om et fra men var jeg seg vi så kan når hun eller skal også etter
  ble nå ved over ut hva være meg deg hei takk bestilling i morgen hvor mange alle veldig vil noe inn mye bare opp`,
  pl: `w i na z do się nie to że jest o jak po a co tak za od ale czy ma mnie dla tylko przez jeszcze był jego już tym może go przed ich
  gdzie kiedy moje zamówienie proszę dziękuję dzień dobry chcę zwrócić paczka jutro dzisiaj dlaczego ile kosztuje nie ma bardzo`,
  cs: `a se na je v že to s z do o i jako ale by za si po ve tak jsem k pro když už jsou jen co bylo má podle jeho jak od můj kde kdy
  objednávka prosím děkuji dobrý den chci vrátit balík zítra dnes proč kolik stojí není velmi ještě nebo také který`,
  sr: `je i u da se na su za od sa ne to koji kao ali iz bi o do ili što samo po ovo kako sve već mi ti on ona smo ste biti bilo ima nije
  gde kada moja porudžbina molim hvala dobar dan hoću vratim paket sutra danas zašto koliko košta hoće podsjeti podseti me postavi
  alarm vreme kiša vrijeme prikaži dodaj pusti pronađi pesmu moje imam li koje će biti li večeras ujutru sati nedelje film oceni
  rezerviši sto restoranu otkaži podsetnik podsetnike`,
  ro: `de și în a la cu pe nu o că din un este pentru care mai se sunt am ce fi ca să fost ale dar este au lui unde când comanda mea vă rog
  mulțumesc bună ziua vreau să returnez colet mâine azi cât costă foarte sau cum acest această`,
  hu: `a az és hogy nem is egy ez de van meg ha csak már mint vagy azt el még be ki volt kell le ezt lesz mert minden nagyon hol mikor
  rendelésem kérem köszönöm jó napot szeretném visszaküldeni csomag holnap ma miért mennyibe kerül`,
  fi: `ja on ei se että hän oli en ole mutta kun niin mitä jos minä sinä tämä nyt kuin vain voi olla ovat missä milloin tilaukseni kiitos
  hei haluan palauttaa paketti huomenna tänään miksi paljonko maksaa erittäin myös tai kanssa sen`,
}
