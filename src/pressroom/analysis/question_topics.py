"""What questions to a brand are usually about, in seven languages: compact data.

A question and the fact that answers it share a subject more often than words: `When do you
open?` and `From 8 to 18 every day`.
"""

from pressroom.domain.reading import bare

_TEXT: dict[str, str] = {
    "hours": """
        open opens opened opening openings close closes closed closing hours time times schedule
        abre abren abris abierto abiertos abierta abrir cierra cierran cerrado cerrada horario
        horarios hora horas ouvre ouvrez ouvert ouverte ouverts ouverture ferme fermez fermé fermée
        fermeture horaire horaires heure heures öffnet öffnen offen geöffnet geschlossen schließt
        schließen öffnungszeit öffnungszeiten uhr aprite apre aperto aperta aperti apertura
        chiudete chiude chiuso chiusa orari orario ora ore abrem aberto aberta abertos fecha fecham
        fechado fechada funcionamento funciona horário horários mở cửa đóng giờ
        """,
    "place": """
        where located location address find directions map shop store branch near dónde donde
        ubicación ubicados dirección tienda local queda quedan encuentro où adresse situé situés
        boutique magasin trouve trouver trouve-t-on wo adresse laden filiale geschäft standort
        finde findet dove indirizzo negozio trovate trova onde endereço loja fica ficam encontro
        địa chỉ đâu cửa hàng chi nhánh
        """,
    "price": """
        price prices cost costs much charge fee fees precio precios cuesta cuestan cuánto cuanto
        vale valen coste costo prix coûte coûtent combien tarif tarifs kostet kosten preis preise
        teuer prezzo prezzi costa costano quanto quantos preço preços custa custam valor giá bao
        nhiêu tiền
        """,
    "delivery": """
        ship ships shipping shipped deliver delivers delivery delivered send post envío envíos
        envían envían enviáis mandan entrega entregas reparten livrez livraison livraisons livrer
        expédiez expédition envoyez liefert liefern lieferung versand versendet verschickt schickt
        spedite spedizione spedizioni consegnate consegna consegne entregam envio envios enviam
        frete ship giao vận chuyển
        """,
    "returns": """
        return returns returned exchange refund refunds devolver devolución devoluciones cambio
        cambiar reembolso retour retours retourner échange échanger rembourser zurückgeben rückgabe
        umtausch umtauschen retoure retournieren reso resi restituire rimborso cambiare devolver
        devolução devoluções troca trocar đổi trả hoàn
        """,
    "stock": """
        stock available availability sold restock back left disponible disponibles disponibilidad
        queda quedan agotado reponen repondrán disponibilité rupture reste verfügbar vorrätig lager
        ausverkauft wieder disponibile disponibili disponibilità esaurito disponível disponíveis
        esgotado estoque còn hết hàng
        """,
    "booking": """
        book booking reserve reservation reservations table appointment reservar reserva reservas
        mesa cita réserver réservation réservations rendez-vous reservieren reservierung
        tisch termin buchen prenotare prenotazione prenotazioni tavolo appuntamento marcar marcação
        đặt bàn chỗ lịch
        """,
    "payment": """
        pay payment payments card cards cash paypal klarna apple pagar pago pagos tarjeta tarjetas
        efectivo payer paiement paiements carte cartes espèces zahlen zahlung bezahlen karte karten
        bar bargeld ec pagare pagamento pagamenti carta carte contanti bancomat pagamento cartão
        cartões dinheiro pix multibanco mbway thanh toán thẻ tiền mặt
        """,
    "parking": """
        park parking car estacionar estacionamiento aparcar aparcamiento parking garer
        stationnement stationner parken parkplatz parkplätze parkhaus parcheggio parcheggiare
        estacionar estacionamento estacionar đậu đỗ xe gửi
        """,
    "access": """
        wheelchair accessible accessibility ramp lift step-free silla ruedas accesible rampa
        fauteuil accessible pmr ascenseur rollstuhl barrierefrei aufzug carrozzina accessibile
        disabili cadeira rodas acessível acessibilidade lăn
        """,
    "pets": """
        dog dogs pet pets cat perro perros mascota mascotas chien chiens animaux animal hund hunde
        haustier tiere cane cani animali cachorro cachorros cão cães pet animais chó mèo thú cưng
        """,
    "children": """
        kids kid children child family baby babies high-chair stroller niños niño niñas bebé bebés
        enfants enfant bébé bébés kinder kind baby kinderwagen bambini bambino crianças criança
        trẻ em bé
        """,
    "diet": """
        vegan vegetarian gluten glutenfree lactose dairy halal kosher sugar organic ingredients
        vegano vegana vegetariano vegetariana sin-gluten celíacos lactosa orgánico ingredientes
        végan vegan végétarien végétarienne sans-gluten bio ingrédients lactose vegetarisch
        glutenfrei laktosefrei zutaten vegano senza-glutine lattosio biologico ingredienti
        vegetariano glúten lactose orgânico biológico chay thuần nguyên liệu hữu cơ
        """,
    "origin": """
        come comes from made make origin sourced grown produce viene vienen hecho hecha hechos
        origen procede proceden fabricado d'où vient viennent fabriqué fabriqués provenance
        origine woher kommt kommen hergestellt herkunft stammt stammen gemacht viene vengono
        prodotto prodotti provengono provenienza origine vem vêm feito feitos origem fabricado từ
        nguồn gốc sản xuất
        """,
    "wifi": "wifi wi-fi internet wlan",
    "size": """
        size sizes fit large small talla tallas tamaño tamaños taille tailles größe größen taglia
        taglie misura tamanho tamanhos size cỡ kích thước
        """,
    "jobs": """
        job jobs hiring apply vacancy vacancies empleo trabajo vacantes currículum emploi recrutez
        postuler jobs stelle stellen bewerben bewerbung lavoro assumete candidarsi emprego vagas
        vaga tuyển việc
        """,
    "contact": """
        contact call phone email reach contactar llamar teléfono correo contacter appeler
        téléphone joindre kontakt kontaktieren anrufen telefon erreichen contattare chiamare
        telefono contatto contactar contato ligar telefone liên hệ gọi điện
        """,
    "warranty": """
        warranty guarantee garantía garantie garanzia garantia bảo hành
        """,
    "gift": """
        gift gifts card voucher regalo tarjeta-regalo cadeau cadeaux geschenk geschenkkarte
        gutschein regalo buono presente vale-presente quà tặng
        """,
    "refill": """
        refill refills recarga recargas rellenar recharge recharges nachfüllen nachfüllung
        nachfüllpack ricarica ricariche refil refis đổ đầy
        """,
}

QUESTION_TOPICS: dict[str, frozenset[str]] = {
    topic: frozenset(bare(word.casefold()) for word in text.split())
    for topic, text in _TEXT.items()
}
"""The words of each subject, in lower case and without accents as `bare` gives them."""


def topics_of(words: frozenset[str]) -> frozenset[str]:
    """The subjects that any of *words* (lower case, without accents) belongs to."""
    return frozenset(topic for topic, known in QUESTION_TOPICS.items() if words & known)
