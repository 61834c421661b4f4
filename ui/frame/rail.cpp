// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail.h"

#include "ui/shared/icons.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int doorHeight = 44;
constexpr int pictureSize = 16;

// A picture over a word.
class Door final : public QAbstractButton {
public:
    Door(Icon picture, const QString &title, QWidget *parent)
        : QAbstractButton(parent)
        , m_picture(picture)
    {
        setText(title);
        setAccessibleName(title);
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setFont(themeFont(TextSize::Small));
        setFixedHeight(doorHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(hasFocus() ? c.accent : Qt::transparent);
        painter.setBrush(isChecked()          ? c.selectedRow
                : isEnabled() && underMouse() ? c.hover
                                              : QColor(Qt::transparent));
        painter.drawRoundedRect(outline, Metrics::controlRadius, Metrics::controlRadius);
        const QColor colour = isChecked() ? c.running.onSelected : c.quiet.text;
        paintIcon(painter, QRect(0, 7, width(), pictureSize), m_picture, colour);
        painter.setPen(colour);
        QFont small = font();
        // The longest word must fit the rail in any language.
        for (qreal points = small.pointSizeF();
             points > 6 && QFontMetrics(small).horizontalAdvance(text()) > width() - 2;
             points -= 0.25)
            small.setPointSizeF(points - 0.25);
        painter.setFont(small);
        painter.drawText(QRect(0, 25, width(), 15), Qt::AlignCenter, text());
    }

private:
    Icon m_picture;
};

} // namespace

Rail::Rail(QWidget *parent)
    : QFrame(parent)
{
    setProperty("look", u"rail"_s);
    setFixedWidth(Metrics::railWidth);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 7, 4, 7);
    layout->setSpacing(4);

    auto *const deploy = new Door(Icon::Deploy, tr("Deploy"), this);
    deploy->setChecked(true);
    deploy->setToolTip(tr("Targets, distribution sets and what they install"));
    layout->addWidget(deploy);
    const std::pair<Icon, QString> later[] = { { Icon::Repository, tr("Repository") },
        { Icon::Rollouts, tr("Rollouts") }, { Icon::Actions, tr("Actions") },
        { Icon::Types, tr("Types") }, { Icon::Server, tr("Server") } };
    for (const auto &[picture, title] : later) {
        auto *const door = new Door(picture, title, this);
        door->setEnabled(false);
        door->setToolTip(tr("%1 comes with a later version").arg(title));
        layout->addWidget(door);
    }
    layout->addStretch(1);
}

} // namespace falconer
